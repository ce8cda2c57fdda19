using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Security;

namespace Sas.Interop.NationalLoad.Agendas;

/// <summary>Puts snapshots straight into the index, as polls and pushes do.</summary>
internal sealed class IndexFiller(IAvailabilityWriter writer)
{
    // The country is filled once and asked for long: what is not churned must not be dropped meanwhile.
    private static readonly TimeSpan Believed = TimeSpan.FromDays(30);
    private readonly Dictionary<string, VendorFreshness> _vendors = new(StringComparer.Ordinal);

    /// <summary>Slots in the index, as the reports of the index add up.</summary>
    public long Slots { get; private set; }

    /// <summary>Snapshots applied.</summary>
    public long Snapshots { get; private set; }

    public void Apply(VendorSnapshot said, DateTimeOffset seenAt)
    {
        if (!_vendors.TryGetValue(said.Vendor, out var vendor))
        {
            vendor = new VendorFreshness(said.Vendor, Believed / 2, Believed, TimeSpan.Zero, BookingRule.Of("vendor.example", "*.vendor.example"));
            _vendors.Add(said.Vendor, vendor);
        }

        var report = writer.Apply(vendor, said.Snapshot, seenAt);
        Slots += report.Added - report.Removed;
        Snapshots++;
    }
}
