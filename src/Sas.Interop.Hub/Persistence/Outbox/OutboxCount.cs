namespace Sas.Interop.Hub.Persistence.Outbox;

/// <summary>What is kept for one destination.</summary>
/// <param name="Destination">Its name.</param>
/// <param name="Waiting">Messages to be delivered.</param>
/// <param name="Oldest">When the oldest of them was written; null when none waits.</param>
/// <param name="Dead">Messages that were given up.</param>
internal sealed record OutboxCount(string Destination, long Waiting, DateTimeOffset? Oldest, long Dead);
