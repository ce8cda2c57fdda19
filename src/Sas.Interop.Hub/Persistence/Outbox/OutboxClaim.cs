namespace Sas.Interop.Hub.Persistence.Outbox;

/// <summary>What a hub wants to have under way.</summary>
/// <param name="Destination">Name of the destination.</param>
/// <param name="Most">Messages at most.</param>
/// <param name="Lease">For how long they are this hub's alone.</param>
/// <param name="LongestDelay">
/// The longest pause between two attempts. What is due later than that was written by a clock that has been put back since, and is due now; a lease likewise.
/// </param>
internal sealed record OutboxClaim(string Destination, int Most, TimeSpan Lease, TimeSpan LongestDelay);
