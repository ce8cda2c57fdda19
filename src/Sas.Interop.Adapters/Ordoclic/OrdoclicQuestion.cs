using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Ordoclic;

/// <summary>What the slots of one professional and reason are read with.</summary>
/// <param name="Query">The call's body.</param>
/// <param name="Kind">What the slots share.</param>
/// <param name="Zone">Zone of the place, for times without offset.</param>
internal sealed record OrdoclicQuestion(OrdoclicQuery Query, SlotKind Kind, TimeZoneInfo Zone)
{
    /// <summary>Length of a slot without usable end.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>The agenda whose next slot ends a slot sooner; null when the length is the reason's own.</summary>
    public string? Agenda { get; init; }

    /// <summary>Whether slots of another professional than the one asked for are refused: the directory names the professional.</summary>
    public bool OwnersOnly { get; init; }
}
