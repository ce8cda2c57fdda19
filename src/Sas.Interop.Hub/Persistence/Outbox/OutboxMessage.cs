namespace Sas.Interop.Hub.Persistence.Outbox;

/// <summary>A change meant for others.</summary>
/// <param name="Kind">One of <see cref="OutboxKinds"/>.</param>
/// <param name="Stream">Id of what changed; messages of one stream are delivered in the order of their numbers.</param>
/// <param name="Number">Version of what changed.</param>
/// <param name="Payload">The state after the change, JSON.</param>
internal sealed record OutboxMessage(string Kind, string Stream, int Number, string Payload);
