using System.Runtime.CompilerServices;

using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Availability.Rendering;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>
/// Writes slots as entries. What the slots of one place share is put together once (<see cref="Enter"/>); a slot then is a few copies, two
/// identifiers and two instants.
/// </summary>
internal sealed class SlotWriter : IDisposable
{
    private readonly ByteScratch _head = new();
    private readonly ByteScratch _start = new();
    private InstantFormat _instants = new();
    private PlaceEntry? _place;
    private SlotFlow _flow;
    private int _firstHash;
    private int _secondHash;
    private int _lastUpdated;
    private int _lane;
    private int _fixedLength;

    private static ReadOnlySpan<byte> Open => ",{\"fullUrl\":\""u8;

    private static ReadOnlySpan<byte> UrlToId => "\",\"resource\":{\"resourceType\":\"Slot\",\"id\":\""u8;

    private static ReadOnlySpan<byte> IdToLastUpdated => "\",\"meta\":{\"lastUpdated\":\""u8;

    private static ReadOnlySpan<byte> ScheduleToStart => "\"},\"status\":\"free\",\"start\":\""u8;

    private static ReadOnlySpan<byte> StartToEnd => "\",\"end\":\""u8;

    private static ReadOnlySpan<byte> ToPage => "\",\"comment\":\""u8;

    /// <summary>Bytes of a slot, but for its kind.</summary>
    public static int FixedLength(int baseAddress, int owner, SlotFlow flow) =>
        Open.Length + baseAddress + "/Slot/"u8.Length + UrlToId.Length + IdToLastUpdated.Length + ScheduleToStart.Length + StartToEnd.Length + Close(flow).Length
        + (3 * (owner + 1)) + (2 * OwnerId.HashLength) + PlaceId.Length + (3 * InstantFormat.Length);

    // SOS searches for schedules, so there a slot is not the match (D04).
    private static ReadOnlySpan<byte> Close(SlotFlow flow) => flow == SlotFlow.Association ? "\"},\"search\":{\"mode\":\"include\"}}"u8 : "\"},\"search\":{\"mode\":\"match\"}}"u8;

    /// <summary>Bytes that a kind adds to a slot.</summary>
    public static int LengthOf(LaneKind kind, SlotFlow flow) => kind.Shared.Middle(flow).Length + (kind.Page is { } page ? page.Length + ToPage.Length : 0);

    /// <summary>Begins the slots of a place.</summary>
    public void Enter(ReadOnlySpan<byte> baseAddress, ReadOnlySpan<byte> owner, PlaceEntry place, SlotFlow flow)
    {
        _place = place;
        _flow = flow;
        _fixedLength = FixedLength(baseAddress.Length, owner.Length, flow);
        _head.Clear();
        _head.Raw(Open).Raw(baseAddress).Raw("/Slot/"u8).Raw(owner).Raw("-"u8);
        _firstHash = _head.Length;
        _head.Take(OwnerId.HashLength);
        _head.Raw(UrlToId).Raw(owner).Raw("-"u8);
        _secondHash = _head.Length;
        _head.Take(OwnerId.HashLength);
        _head.Raw(IdToLastUpdated);
        _lastUpdated = _head.Length;
        _head.Take(InstantFormat.Length);
        _lane = -1;
        _start.Clear();
        _start.Raw(owner).Raw("-"u8);
        OwnerId.WritePlace(place.Id, _start.Take(PlaceId.Length));
        _start.Raw(ScheduleToStart);
    }

    /// <param name="slot">The slot, of the place entered.</param>
    /// <param name="opener">What stands before the entry: a comma, or the bracket of the list.</param>
    /// <param name="to">The response.</param>
    public void Write(in IndexedSlot slot, byte opener, PageWriter to)
    {
        var kind = Place.Kinds[slot.Kind];
        Write(slot, kind, opener, to.Take(_fixedLength + LengthOf(kind, _flow)));
    }

    /// <summary>Writes one slot of the place entered, as an entry of a search that asks for slots.</summary>
    /// <returns>Where the resource stands among what was written.</returns>
    public Range Write(in IndexedSlot slot, ByteScratch to)
    {
        var kind = Place.Kinds[slot.Kind];
        var entry = to.Length;
        Write(slot, kind, (byte)',', to.Take(_fixedLength + LengthOf(kind, _flow)));

        // The entry closes the resource with a quotation mark and a brace, then tells how it was found.
        return (entry + _firstHash + OwnerId.HashLength + "\",\"resource\":"u8.Length)..(to.Length - Close(_flow).Length + "\"}"u8.Length);
    }

    /// <summary>Writes the instant that a place's slots are as of.</summary>
    public void WriteInstant(DateTimeOffset instant, PlaceEntry place, Span<byte> to)
    {
        var seconds = SlotClock.ToSeconds(instant);
        _instants.Write(seconds, place.Zone.MinutesAt(seconds), to);
    }

    public void Dispose()
    {
        _head.Dispose();
        _start.Dispose();
    }

    private PlaceEntry Place => _place ?? throw new InvalidOperationException("No place was entered.");

    // Inlined: the slots of a page are written one by one, and a call for each would be felt.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(in IndexedSlot slot, LaneKind kind, byte opener, Span<byte> target)
    {
        var place = Place;
        var middle = kind.Shared.Middle(_flow);
        var page = kind.Page;
        SetLane(place, slot);
        var head = _head.Written;
        head.CopyTo(target);
        target[0] = opener;
        var hash = target.Slice(_firstHash, OwnerId.HashLength);
        OwnerId.WriteSlot(slot.Id, hash);
        hash.CopyTo(target[_secondHash..]);
        middle.CopyTo(target[head.Length..]);
        target = target[(head.Length + middle.Length)..];
        _start.Written.CopyTo(target);
        target = target[_start.Length..];
        _instants.Write(slot.Start, place.Zone.MinutesAt(slot.Start), target);
        StartToEnd.CopyTo(target[InstantFormat.Length..]);
        target = target[(InstantFormat.Length + StartToEnd.Length)..];
        _instants.Write(slot.End, place.Zone.MinutesAt(slot.End), target);
        target = target[InstantFormat.Length..];
        if (page is not null)
        {
            ToPage.CopyTo(target);
            page.CopyTo(target[ToPage.Length..]);
            target = target[(ToPage.Length + page.Length)..];
        }

        Close(_flow).CopyTo(target);
    }

    private void SetLane(PlaceEntry place, in IndexedSlot slot)
    {
        var lane = place.LaneOf(slot);
        if (lane != _lane)
        {
            _lane = lane;
            WriteInstant(place.Lanes[lane].AsOf, place, _head.Overwrite(_lastUpdated, InstantFormat.Length));
        }
    }
}
