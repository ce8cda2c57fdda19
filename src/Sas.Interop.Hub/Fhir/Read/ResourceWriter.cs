using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Availability.Rendering;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>Writes single resources by the writer of the searches, so that both give the same bytes.</summary>
internal sealed class ResourceWriter : IDisposable
{
    private readonly ByteScratch _entry = new();
    private readonly SlotWriter _instants = new();
    private readonly IncludeWriter _entries;

    public ResourceWriter() => _entries = new IncludeWriter(_entry);

    /// <returns>The resource; good until the next write.</returns>
    public ReadOnlySpan<byte> Write(ShownResource shown)
    {
        _entry.Clear();
        if (shown.Community is { } community)
        {
            Write(shown.Type, community);
        }
        else if (shown.Owner is { } owner)
        {
            Span<byte> id = stackalloc byte[OwnerKey.MaxLength];
            id = id[..OwnerId.Write(owner.Key, id)];
            if (shown.Place is { } place)
            {
                Write(shown.Type, id, owner, place);
            }
            else if (owner.IsPractitioner)
            {
                _entries.Practitioner(id, owner.Details, owner.TakesRequests);
            }
            else
            {
                _entries.Association(id, owner.Details);
            }
        }

        return _entries.LastResource;
    }

    public void Dispose()
    {
        _entry.Dispose();
        _instants.Dispose();
    }

    private void Write(ServedType type, Cpts community)
    {
        if (type == ServedType.HealthcareService)
        {
            _entries.HealthcareService(community);
        }
        else
        {
            _entries.Community(community);
        }
    }

    private void Write(ServedType type, ReadOnlySpan<byte> id, ShownOwner owner, PlaceEntry place)
    {
        if (type == ServedType.PractitionerRole)
        {
            _entries.PractitionerRole(id, place);
            return;
        }

        if (type == ServedType.Location)
        {
            _entries.SosLocation(id, place, owner.Details);
            return;
        }

        Span<byte> lastUpdated = stackalloc byte[InstantFormat.Length];
        _instants.WriteInstant(place.AsOf(owner.LookedAt), place, lastUpdated);
        if (owner.IsPractitioner)
        {
            _entries.Schedule(id, place.Id, lastUpdated);
        }
        else
        {
            _entries.SosSchedule(id, place.Id, lastUpdated);
        }
    }
}
