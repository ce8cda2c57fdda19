using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Hosting;

/// <summary>Finds a practitioner who has a slot in the next hours.</summary>
internal sealed class TryExample(IVendorCatalog catalog, IDirectory directory, IAvailabilityReader index)
{
    /// <summary>Known to nobody: the search is right all the same, and finds nothing.</summary>
    private const string Nobody = "810000000017";

    public string Practitioner(DateTimeOffset now)
    {
        var owners = catalog.Current.Values
            .Where(static vendor => vendor.Enabled)
            .OrderBy(static vendor => vendor.Id, StringComparer.Ordinal)
            .SelectMany(vendor => directory.TargetsOf(vendor.Id))
            .Select(static target => target.Owner)
            .Where(static owner => owner.Kind == OwnerKind.Practitioner)
            .ToList();
        var from = SlotClock.ToSeconds(now.AddHours(2));
        var to = SlotClock.ToSeconds(now.AddHours(72));
        var found = owners.Find(owner => index.Find(owner)?.Places.Any(place => place.Slots.Any(slot => slot.Start >= from && slot.Start <= to)) == true);
        return found != default ? found.ToString() : owners.Count > 0 ? owners[0].ToString() : Nobody;
    }
}
