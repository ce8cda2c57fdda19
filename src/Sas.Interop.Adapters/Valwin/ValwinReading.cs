using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Valwin;

/// <summary>What was read of one pharmacy over its pages.</summary>
internal sealed class ValwinReading
{
    private int? _total;

    public List<ValwinEntry> Entries { get; } = [];

    public int Unreadable { get; private set; }

    public DateTimeOffset? Later { get; private set; }

    /// <summary>The oldest page's time, or null.</summary>
    public DateTimeOffset? MadeAt { get; private set; }

    public int Pages { get; private set; }

    /// <summary>The list changed between two pages, so that a time may have slipped from one page to the other.</summary>
    public bool Moved { get; private set; }

    /// <summary>Why reading ended before the last page; null when it did not.</summary>
    public HubError? Error { get; set; }

    public bool Complete => Error is null && !Moved;

    public void Add(ValwinPage page)
    {
        Entries.AddRange(page.Entries);
        Unreadable += page.Unreadable;
        Later = Later < page.Later || page.Later is null ? Later : page.Later;
        MadeAt = MadeAt < page.MadeAt || page.MadeAt is null ? MadeAt : page.MadeAt;
        Moved |= Pages > 0 && _total != page.Total;
        _total = page.Total;
        Pages++;
    }

    public SnapshotTally Tally(int duplicates) => new(0, Unreadable, duplicates, 0);
}
