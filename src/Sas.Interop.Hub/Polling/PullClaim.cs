using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Hub.Polling;

/// <summary>The right to pull a batch of targets, which nobody else pulls until it is given back.</summary>
/// <param name="Flights">One for each target.</param>
/// <param name="Others">Completes when earlier pulls of the same targets have ended; only then may this one begin.</param>
internal sealed record PullClaim(IReadOnlyList<PullFlight> Flights, Task Others)
{
    public IReadOnlyList<PullTarget> Targets { get; } = [.. Flights.Select(static flight => flight.Target)];
}
