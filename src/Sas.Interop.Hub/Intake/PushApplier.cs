using Microsoft.Extensions.Options;

using Sas.Interop.Adapters.FhirStandard.Push;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Intake;

/// <summary>Hands what a vendor pushed to the index, snapshot by snapshot.</summary>
internal sealed class PushApplier(IAvailabilityWriter index, IDirectoryLookup directory, IOptions<IntakeOptions> options)
{
    public PushTotals Apply(VendorModel vendor, FhirPush push, DateTimeOffset receivedAt)
    {
        var freshness = new VendorFreshness(vendor.Id, vendor.Freshness.StaleAfter, vendor.Freshness.DropAfter, vendor.Freshness.EmptyRunGuard, vendor.BookingPages);
        var behind = freshness with { IsGuest = true };
        var totals = default(PushTotals);
        foreach (var snapshot in push.Snapshots)
        {
            var isGuest = IsGuest(vendor.Id, snapshot.Coverage.Owner);
            if (isGuest && options.Value.UnlinkedOwners == UnlinkedOwners.LeaveOut)
            {
                totals = totals with { LeftOut = totals.LeftOut + 1 };
                continue;
            }

            var named = OwnerCommunities.Complete(snapshot, directory.CommunitiesOf(snapshot.Coverage.Owner));
            totals = totals.Add(index.Apply(isGuest ? behind : freshness, named, receivedAt));
        }

        return totals;
    }

    private bool IsGuest(string vendorId, OwnerKey owner)
    {
        var links = directory.LinksOf(owner);
        return links.Count > 0 && links.All(link => link.VendorId != vendorId);
    }
}
