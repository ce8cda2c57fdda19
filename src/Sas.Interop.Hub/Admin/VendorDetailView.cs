using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Admin;

/// <summary>One vendor, with what it last failed with and the last poll of each part of its targets.</summary>
/// <param name="Vendor">How it stands.</param>
/// <param name="LastError">What it last failed with.</param>
/// <param name="Partitions">Parts of its targets.</param>
/// <param name="Polls">The last poll of each part.</param>
/// <param name="Trust">How the hub and the vendor know each other.</param>
internal sealed record VendorDetailView(VendorView Vendor, ErrorView? LastError, int Partitions, IReadOnlyList<PartitionView> Polls, TrustView Trust);

/// <summary>Trust between the hub and one vendor; no secret, and nothing of a certificate but its end.</summary>
/// <param name="ClientCertificateEnds">Null when the vendor's calls show none.</param>
/// <param name="OwnAnchors">Whether authorities of its own are trusted instead of the system's.</param>
/// <param name="BookingHosts">Where its pages to book on may be.</param>
/// <param name="RefusedPages">Hosts of pages that it told of and that are not shown, with how often since it was started.</param>
internal sealed record TrustView(DateTimeOffset? ClientCertificateEnds, bool OwnAnchors, IReadOnlyList<string> BookingHosts, IReadOnlyDictionary<string, long> RefusedPages);

/// <summary>A failure: its code, and the sentence that the log has.</summary>
internal sealed record ErrorView(string Code, string Detail);

/// <summary>The last poll of one partition.</summary>
internal sealed record PartitionView(int Partition, PollVerdict Verdict, DateTimeOffset EndedAt, double Seconds)
{
    public required int Targets { get; init; }

    public required int TargetsFailed { get; init; }

    public required int Slots { get; init; }

    public required int Dropped { get; init; }

    public ErrorView? Error { get; init; }
}
