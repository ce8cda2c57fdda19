using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Ordoclic;

/// <summary>What the slots of one professional and reason are read with.</summary>
/// <param name="Query">The call's body.</param>
/// <param name="Kind">What the slots share.</param>
/// <param name="Zone">Zone of the place, for times without offset.</param>
/// <param name="Length">Length of a slot without usable end.</param>
/// <param name="OwnersOnly">Whether slots of another professional than the one asked for are refused: the directory names the professional.</param>
internal sealed record OrdoclicQuestion(OrdoclicQuery Query, SlotKind Kind, TimeZoneInfo Zone, TimeSpan Length, bool OwnersOnly);
