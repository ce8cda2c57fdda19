using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Mapharma;

/// <summary>What the calendar of one agenda is read with.</summary>
/// <param name="Agenda">The agenda.</param>
/// <param name="Kind">What its slots share.</param>
/// <param name="Zone">Zone of the pharmacy.</param>
/// <param name="Length">Length of a slot when nothing tells it.</param>
internal sealed record MapharmaQuestion(MapharmaAgenda Agenda, SlotKind Kind, TimeZoneInfo Zone, TimeSpan Length);
