using Sas.Interop.Hub.Persistence.Regulators;

namespace Sas.Interop.Hub.Regulators;

/// <summary>Deliveries of accounts, vendor by vendor.</summary>
internal sealed record RegulatorCountsDocument(IReadOnlyList<VendorCountsDocument> Vendors);

/// <summary>How many accounts one vendor has in each state.</summary>
/// <param name="Vendor">Id of the vendor.</param>
internal sealed record VendorCountsDocument(string Vendor)
{
    /// <summary>Whether the hub delivers to it now; false for a vendor that was switched off or lost the capability.</summary>
    public bool Enabled { get; init; }

    public int Pending { get; init; }

    public int Delivered { get; init; }

    public int Refused { get; init; }

    public int GaveUp { get; init; }

    public int NotNeeded { get; init; }

    /// <summary>Since when the oldest of those pending is tried.</summary>
    public string? PendingSince { get; init; }

    public static VendorCountsDocument Of(string vendor, bool enabled, IReadOnlyList<DeliveryCount> counts) => new(vendor)
    {
        Enabled = enabled,
        Pending = Count(counts, DeliveryState.Pending),
        Delivered = Count(counts, DeliveryState.Delivered),
        Refused = Count(counts, DeliveryState.Refused),
        GaveUp = Count(counts, DeliveryState.GaveUp),
        NotNeeded = Count(counts, DeliveryState.NotNeeded),
        PendingSince = DeliveryDocument.Text(counts.FirstOrDefault(static count => count.State == nameof(DeliveryState.Pending))?.Since),
    };

    private static int Count(IReadOnlyList<DeliveryCount> counts, DeliveryState state) => counts.FirstOrDefault(count => count.State == state.ToString())?.Count ?? 0;
}
