using System.Runtime.InteropServices;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Availability.Rendering;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>
/// First pass of a search: finds what it shows, counts it, weighs it in bytes, and writes the resources that the slots lead to. The second pass (<see cref="SearchAnswer"/>)
/// then only copies. Both work on the same immutable entries. Used again and again.
/// </summary>
internal sealed class SearchSurvey(IAvailabilityReader index, IDirectoryLookup directory, IPreferenceReader preferences, IMarketplaceReader marketplace, FreshnessReview freshness) : IDisposable
{
    private readonly List<PlaceRun> _runs = [];
    private readonly List<ulong> _masks = [];
    private readonly List<Cpts> _communities = [];
    private readonly ByteScratch _includes = new();
    private readonly SlotWriter _instants = new();
    private readonly byte[] _ownerId = new byte[OwnerKey.MaxLength];
    private IncludeWriter? _writer;
    private SearchQuery _query = new();
    private SearchTag _tag;
    private byte[] _base = [];
    private DateTimeOffset _now;
    private uint _from;
    private uint _to;
    private bool _isDated;

    /// <summary>Slots that match, on this page or another.</summary>
    public int Total { get; private set; }

    /// <summary>Slots on this page and before it.</summary>
    public int Reached { get; private set; }

    public long SlotBytes { get; private set; }

    public ByteScratch Includes => _includes;

    public IReadOnlyList<PlaceRun> Runs => _runs;

    public ReadOnlySpan<ulong> Masks => CollectionsMarshal.AsSpan(_masks);

    public FreshnessReview Freshness => freshness;

    /// <summary>The same for two answers with the same content, whenever they are given.</summary>
    public ulong Tag => _tag.Value;

    /// <summary>When what the answer shows last changed; <see cref="DateTimeOffset.MinValue"/> when that is not known.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public bool ShowsSlots => !_query.NumberOnly && (_query.Kind == SearchKind.Slot || _query.Includes.HasFlag(SearchIncludes.Slots));

    public void Run(SearchQuery query, byte[] baseAddress, DateTimeOffset now, DateTimeOffset? notBefore)
    {
        Reset(query, baseAddress, now);
        freshness.Begin(now, notBefore);
        for (var i = 0; i < query.Owners.Length; i++)
        {
            Look(query.OwnerAt(i));
        }

        if (!query.NumberOnly)
        {
            WriteCommunities();
        }

        if (freshness.ToOutcome() is { } outcome)
        {
            foreach (var gap in freshness.Gaps)
            {
                _tag.Add(gap.VendorId, (int)gap.Kind);
            }

            // When a gap will have closed, nothing tells how long it was open: a date of now would be taken for the better answer to come.
            _isDated = false;
            Writer.Outcome(FhirJson.ToUtf8(outcome));
        }

        _tag.Add((ulong)Total);
        ChangedAt = _isDated ? ChangedAt : DateTimeOffset.MinValue;
    }

    /// <summary>Lets go of the index.</summary>
    public void Clear()
    {
        _runs.Clear();
        _masks.Clear();
        _communities.Clear();
    }

    public void Dispose()
    {
        _includes.Dispose();
        _instants.Dispose();
    }

    private IncludeWriter Writer => _writer ??= new IncludeWriter(_includes);

    private bool HasPages => _query.Flow == SlotFlow.Individual;

    private void Reset(SearchQuery query, byte[] baseAddress, DateTimeOffset now)
    {
        Clear();
        _includes.Clear();
        (_query, _base, _now) = (query, baseAddress, now);
        Writer.BaseAddress = baseAddress;
        _from = SlotClock.ToSecondsUp(query.From > now ? query.From : now);
        _to = SlotClock.ToSeconds(query.To);
        Total = 0;
        Reached = HasPages ? query.Offset : 0;
        SlotBytes = 0;
        ChangedAt = preferences.ChangedAt;
        _isDated = true;
        _tag = SearchTag.Start;
    }

    private void Look(OwnerKey owner)
    {
        var entry = index.Find(owner);
        var preference = preferences.IsEmpty ? null : preferences.Find(owner);
        var wanted = _query.Filter?.ReorientationPackage;
        var isListed = Refusal.IsListed(directory, owner, preference);
        if (isListed || preference?.RefusesSlots == true || (wanted is not null && wanted != (preference?.ReorientationPackage ?? false)))
        {
            // The directory does not tell since when somebody refuses.
            _isDated &= !isListed;
            _tag.Add(1UL);
            return;
        }

        freshness.Note(owner, entry, preference);
        if (entry is null || !_query.FindsAny)
        {
            // Of somebody unknown nobody knows since when: the slots of yesterday may have been forgotten with their vendor.
            _isDated &= entry is not null;
            return;
        }

        Changed(entry.ChangedAt);
        _tag.Add((ulong)entry.Version);
        var offer = marketplace.FindShown(owner);
        if (offer is not null)
        {
            Changed(offer.Since);
            _tag.Add(offer.IsOpen ? 3UL : 2UL);
        }

        var ownerId = _ownerId.AsSpan(0, OwnerId.Write(owner, _ownerId));
        var any = false;
        foreach (var place in entry.Places)
        {
            any |= Look(entry, place, preference, ownerId);
        }

        if (any)
        {
            WriteOwner(entry, ownerId, offer is { IsOpen: true });
        }
    }

    /// <returns>Whether the page shows a slot of the place.</returns>
    private bool Look(OwnerEntry entry, PlaceEntry place, OwnerPreference? preference, ReadOnlySpan<byte> ownerId)
    {
        if (_query.Filter is { } filter && !filter.AcceptsPlace(entry.Owner, place.Id))
        {
            return false;
        }

        var first = First(place.Slots, _from);
        if (first > 0 && SlotClock.ToInstant(place.Slots[first - 1].Start) is var begun && begun <= _now)
        {
            Changed(begun);
        }

        if (first == place.Slots.Length || place.Slots[first].Start > _to || !AddMask(place, preference))
        {
            return false;
        }

        var run = new PlaceRun(entry, place, first, First(place.Slots, _to < uint.MaxValue ? _to + 1 : _to), _masks.Count - MaskLength(place))
        {
            Absences = preference is { Unavailabilities.Count: > 0 } ? Absences(place, preference) : null,
        };
        run = Count(run, ownerId.Length);
        if (run.Count == 0)
        {
            return false;
        }

        _runs.Add(run);
        WritePlace(run, ownerId);
        return true;
    }

    private PlaceRun Count(PlaceRun run, int ownerLength)
    {
        var flow = _query.Flow;
        var fixedLength = SlotWriter.FixedLength(_base.Length, ownerLength, flow);
        var last = HasPages && _query.PageSize is { } size ? (long)_query.Offset + size : long.MaxValue;
        var offset = HasPages ? _query.Offset : 0;
        var walk = new RunWalk(run, Masks, _query.Filter, run.Begin);
        ulong firstId = 0, lastId = 0;
        var matches = 0;
        while (walk.MoveNext())
        {
            ref readonly var slot = ref run.Place.Slots[walk.Current];
            firstId = matches++ == 0 ? slot.Id : firstId;
            lastId = slot.Id;
            if (Total < offset)
            {
                run.Skip++;
            }
            else if (Total < last)
            {
                var kind = run.Place.Kinds[slot.Kind];
                SlotBytes += fixedLength + SlotWriter.LengthOf(kind, flow);
                Reached++;
                run.Count++;
                NoteCommunities(kind.Shared, flow);
            }

            Total++;
        }

        _tag.Add(firstId);
        _tag.Add(lastId + (ulong)matches);
        return run;
    }

    private void NoteCommunities(SharedKind kind, SlotFlow flow)
    {
        if (flow != SlotFlow.Community)
        {
            return;
        }

        foreach (var community in kind.Kind.Communities)
        {
            if (!_communities.Exists(known => known.Finess == community.Finess))
            {
                _communities.Add(community);
            }
        }
    }

    private static int MaskLength(PlaceEntry place) => (place.Kinds.Length + 63) >> 6;

    /// <summary>Marks the kinds of a place that are shown; a kind is of one lane, so this also leaves out lanes.</summary>
    /// <returns>False when none is; nothing is added then.</returns>
    private bool AddMask(PlaceEntry place, OwnerPreference? preference)
    {
        var start = _masks.Count;
        var any = 0UL;
        for (var first = 0; first < place.Kinds.Length; first += 64)
        {
            var mask = 0UL;
            var end = Math.Min(first + 64, place.Kinds.Length);
            for (var kind = first; kind < end; kind++)
            {
                mask |= IsShown(place, kind, preference) ? 1UL << (kind - first) : 0;
            }

            any |= mask;
            _masks.Add(mask);
        }

        if (any == 0)
        {
            _masks.RemoveRange(start, _masks.Count - start);
        }

        return any != 0;
    }

    private bool IsShown(PlaceEntry place, int kind, OwnerPreference? preference)
    {
        var lane = place.Lanes[place.LaneOfKind is { } lanes ? lanes[kind] : 0];
        var shared = place.Kinds[kind].Shared;
        if (!shared.IsShownIn(_query.Flow) || !FreshnessReview.IsWanted(lane.Vendor.VendorId, preference))
        {
            return false;
        }

        if (lane.IsDropped(_now))
        {
            Changed(lane.SeenAt + lane.Vendor.DropAfter);
            return false;
        }

        return _query.Filter is not { } filter || (filter.AcceptsLane(lane) && filter.AcceptsKind(shared, _query.Flow));
    }

    private static List<Unavailability>? Absences(PlaceEntry place, OwnerPreference preference)
    {
        List<Unavailability>? absences = null;
        foreach (var absence in preference.Unavailabilities)
        {
            if (absence.Place is null
                || absence.Place == place.Details.StructureId
                || Array.Exists(place.Lanes, lane => lane.Place.Key == absence.Place || lane.Place.StructureId == absence.Place))
            {
                (absences ??= []).Add(absence);
            }
        }

        return absences;
    }

    private void WritePlace(in PlaceRun run, ReadOnlySpan<byte> ownerId)
    {
        if (_query.NumberOnly)
        {
            return;
        }

        Span<byte> lastUpdated = stackalloc byte[InstantFormat.Length];
        _instants.WriteInstant(run.Place.AsOf(_now), run.Place, lastUpdated);
        if (_query.Kind == SearchKind.Schedule)
        {
            Writer.SosSchedule(ownerId, run.Place.Id, lastUpdated);
            if (_query.Includes.HasFlag(SearchIncludes.Locations))
            {
                Writer.SosLocation(ownerId, run.Place, run.Owner.Details);
            }
        }
        else if (_query.Includes.HasFlag(SearchIncludes.Schedules))
        {
            Writer.Schedule(ownerId, run.Place.Id, lastUpdated);
            if (_query.Includes.HasFlag(SearchIncludes.Roles))
            {
                Writer.PractitionerRole(ownerId, run.Place);
            }
        }
    }

    private void WriteOwner(OwnerEntry entry, ReadOnlySpan<byte> ownerId, bool takesRequests)
    {
        if (_query.NumberOnly)
        {
            return;
        }

        if (_query.Kind == SearchKind.Schedule)
        {
            if (_query.Includes.HasFlag(SearchIncludes.Locations | SearchIncludes.Associations))
            {
                Writer.Association(ownerId, entry.Details);
            }
        }
        else if (_query.Includes.HasFlag(SearchIncludes.Schedules | SearchIncludes.Practitioners))
        {
            Writer.Practitioner(ownerId, entry.Details, takesRequests);
        }
    }

    private void WriteCommunities()
    {
        foreach (var community in _communities)
        {
            if (_query.Includes.HasFlag(SearchIncludes.HealthcareServices))
            {
                Writer.HealthcareService(community);
                if (_query.Includes.HasFlag(SearchIncludes.Communities))
                {
                    Writer.Community(community);
                }
            }
        }
    }

    private void Changed(DateTimeOffset at) => ChangedAt = at > ChangedAt ? at : ChangedAt;

    /// <summary>Number of the first slot that starts at or after a second.</summary>
    private static int First(IndexedSlot[] slots, uint from)
    {
        int low = 0, high = slots.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (slots[middle].Start < from)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
