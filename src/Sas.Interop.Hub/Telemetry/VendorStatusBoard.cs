using System.Collections.Concurrent;

using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>How every enabled vendor stands. Safe for concurrent calls; what is said of a vendor that is not registered is ignored.</summary>
internal sealed class VendorStatusBoard(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, VendorStatusEntry> _entries = new(StringComparer.Ordinal);
    private volatile bool _catalogLoaded;

    /// <summary>Whether the vendors were read once; before that an empty board means nothing.</summary>
    public bool CatalogLoaded => _catalogLoaded;

    public void MarkCatalogLoaded() => _catalogLoaded = true;

    /// <summary>Adds a vendor, or begins it anew after its settings or targets changed.</summary>
    /// <param name="vendorId">The vendor.</param>
    /// <param name="partitions">How many partitions report; 0 when nothing is polled.</param>
    public void Register(string vendorId, int partitions)
    {
        var now = time.GetUtcNow();
        var added = new VendorStatusEntry(vendorId, partitions, now);
        var entry = _entries.GetOrAdd(vendorId, added);
        if (!ReferenceEquals(entry, added))
        {
            entry.Restart(partitions, now);
        }
    }

    public void Unregister(string vendorId) => _entries.TryRemove(vendorId, out _);

    /// <returns>The report; with the cause where it names only what follows from an earlier failure.</returns>
    public PollReport Record(string vendorId, PollReport report) => Entry(vendorId)?.Record(report) ?? report;

    /// <summary>Notes a pull for callers. It says when the vendor last answered, not how it stands: that is for the polls, which ask for everybody.</summary>
    /// <returns>As <see cref="Record"/>.</returns>
    public PollReport RecordRefresh(string vendorId, PollReport report) => Entry(vendorId)?.RecordRefresh(report) ?? report;

    /// <summary>Notes a failure of a poll that has not ended yet.</summary>
    public void Suspect(string vendorId, HubError error) => Entry(vendorId)?.Suspect(error, time.GetUtcNow());

    /// <summary>The whole vendor fell to zero slots, and that is not believed yet.</summary>
    public void FlagHeldBack(string vendorId, DateTimeOffset since) => Entry(vendorId)?.HoldBack(since, time.GetUtcNow());

    public void ClearHeldBack(string vendorId) => Entry(vendorId)?.HoldBack(null, time.GetUtcNow());

    /// <summary>A vendor tells of a page to book on that it may not lead to.</summary>
    /// <returns>Whether that host of it is news.</returns>
    public bool RefusePage(string vendorId, string host) => Entry(vendorId)?.RefusePage(host) ?? false;

    /// <summary>Hosts of a vendor's pages that are not shown, with how often they were told of.</summary>
    public IReadOnlyDictionary<string, long> RefusedPages(string vendorId) => Entry(vendorId)?.RefusedPages() ?? new Dictionary<string, long>();

    public VendorStatus? Find(string vendorId) => Entry(vendorId)?.Read();

    /// <summary>The last report of each partition that has reported, in their order; empty when the vendor is not registered.</summary>
    public IReadOnlyList<PollReport> Partitions(string vendorId) => Entry(vendorId)?.Partitions() ?? [];

    /// <summary>All vendors by id.</summary>
    public IReadOnlyList<VendorStatus> Read() =>
        [.. _entries.Values.Select(static entry => entry.Read()).OrderBy(static status => status.VendorId, StringComparer.Ordinal)];

    private VendorStatusEntry? Entry(string vendorId) => _entries.GetValueOrDefault(vendorId);
}
