using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.NationalLoad.Agendas;

/// <summary>A free cell of an agenda.</summary>
/// <param name="Day">The local day.</param>
/// <param name="Cell">Its number in the day.</param>
/// <param name="Start">First instant, with the offset of the place.</param>
/// <param name="Kind">What it shares with others.</param>
internal readonly record struct PlaceSlot(DateOnly Day, int Cell, DateTimeOffset Start, SlotKind Kind);
