namespace Sas.Interop.Hub.Polling;

/// <summary>What came of the wish of one caller for fresher data of one vendor.</summary>
/// <param name="Flights">What the caller may wait for; the caller leaves each of them when done.</param>
/// <param name="Joined">How many of them were on their way before.</param>
/// <param name="Refused">Targets that nobody pulls for this caller.</param>
internal sealed record RefreshOrder(IReadOnlyList<PullFlight> Flights, int Joined, int Refused);
