using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability.Rendering;

/// <summary>The bytes that all slots of one kind in one schedule share. Between them go: base address, id, id, start, end.</summary>
internal sealed class SlotTemplate
{
    public required SlotTypes Types { get; init; }

    /// <summary>Whether a regulator can book it: an appointment is needed, and there is a page to make it on.</summary>
    public required bool IsBookable { get; init; }

    /// <summary>From after the base address to before the hash of the id in <c>fullUrl</c>.</summary>
    public required byte[] UrlToId { get; init; }

    /// <summary>From after the hash in <c>fullUrl</c> to before the hash in <c>id</c>.</summary>
    public required byte[] IdToId { get; init; }

    /// <summary>From after the id to the start, INT_R01.</summary>
    public required byte[] IdToStart { get; init; }

    /// <summary>From after the end to the end of the entry.</summary>
    public required byte[] EndToEntryEnd { get; init; }
}
