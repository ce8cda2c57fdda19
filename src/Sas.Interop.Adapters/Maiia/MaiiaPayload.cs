using Sas.Interop.Adapters.Json;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Maiia;

/// <summary>A consultation reason of a center. Its name is a key of the slot call: it is kept as written, blanks included.</summary>
internal sealed record MaiiaReason
{
    public VendorId Id { get; set; }

    public string? Name { get; set; }

    public string? ConsultationType { get; set; }

    public string? PatientLimitation { get; set; }
}

/// <summary>One page of a list.</summary>
internal sealed class MaiiaPage<T>
{
    public List<T> Items { get; } = [];

    /// <summary>Items on the wire, unusable ones included.</summary>
    public int Count { get; set; }

    /// <summary>A hash over all items, which tells a repeated page.</summary>
    public int Print { get; set; }

    /// <summary>Length of the whole list as the vendor tells it, or null.</summary>
    public int? Total { get; set; }

    /// <summary>What was left out of the page.</summary>
    public SnapshotTally Tally { get; set; } = SnapshotTally.None;

    public DateTimeOffset? MadeAt { get; init; }
}

/// <summary>A slot on the wire.</summary>
internal readonly record struct MaiiaSlot(DateTimeOffset Start, DateTimeOffset? End, string Practitioner);
