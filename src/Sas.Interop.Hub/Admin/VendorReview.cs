using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Admin;

/// <summary>Puts together what is known of vendors: their settings, their polls, and what the index holds of them.</summary>
internal sealed class VendorReview(IVendorCatalog catalog, VendorStatusBoard board, IndexCensus census, TimeProvider time)
{
    public VendorsView All()
    {
        var held = census.Take();
        var now = time.GetUtcNow();
        var vendors = catalog.Current.Values.OrderBy(static vendor => vendor.Id, StringComparer.Ordinal);
        return new VendorsView(
            now,
            held.Owners,
            held.Places,
            held.Slots,
            [.. vendors.Select(vendor => VendorView.Of(vendor, board.Find(vendor.Id), held.Of(vendor.Id), now))]);
    }

    /// <returns>Null when there is no such vendor.</returns>
    public VendorDetailView? Find(string vendorId)
    {
        if (!catalog.Current.TryGetValue(vendorId, out var vendor))
        {
            return null;
        }

        var status = board.Find(vendorId);
        return new VendorDetailView(
            VendorView.Of(vendor, status, census.Take().Of(vendorId), time.GetUtcNow()),
            ToView(status?.LastError),
            status?.Partitions ?? 0,
            [.. board.Partitions(vendorId).Select(ToView)],
            new TrustView(
                vendor.Tls.ClientEnds,
                vendor.Tls.Trust.Roots.Count > 0,
                [.. vendor.BookingPages.Hosts.Select(static host => host.ToString())],
                board.RefusedPages(vendorId)));
    }

    private static PartitionView ToView(PollReport report) => new(report.Partition, report.Verdict, report.EndedAt, Math.Round(report.Duration.TotalSeconds, 3))
    {
        Targets = report.Owners,
        TargetsFailed = report.OwnersFailed,
        Slots = report.Slots,
        Dropped = report.Dropped,
        Error = ToView(report.Error),
    };

    private static ErrorView? ToView(HubError? error) => error is null ? null : new ErrorView(error.Code.ToString(), error.Detail);
}
