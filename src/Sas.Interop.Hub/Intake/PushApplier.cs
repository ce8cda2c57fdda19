using Sas.Interop.Adapters.FhirStandard.Push;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Intake;

/// <summary>Hands what a vendor pushed to the index, snapshot by snapshot.</summary>
internal sealed class PushApplier(IAvailabilityWriter index, IDirectoryLookup directory)
{
    public PushTotals Apply(VendorModel vendor, FhirPush push, DateTimeOffset receivedAt)
    {
        var freshness = new VendorFreshness(vendor.Id, vendor.Freshness.StaleAfter, vendor.Freshness.DropAfter, vendor.Freshness.EmptyRunGuard, vendor.BookingPages);
        var totals = default(PushTotals);
        foreach (var snapshot in push.Snapshots)
        {
            var named = OwnerCommunities.Complete(snapshot, directory.CommunitiesOf(snapshot.Coverage.Owner));
            totals = totals.Add(index.Apply(freshness, named, receivedAt));
        }

        return totals;
    }
}
