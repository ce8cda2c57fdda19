using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Outbox;

/// <summary>What every lane works with.</summary>
internal sealed class OutboxSurroundings(OutboxStore store, OutboxAttempt attempt, OutboxMeters meters, IEnumerable<IOutboxChannel> channels, TimeProvider time, ILogger<OutboxLane> logger)
{
    private readonly Dictionary<string, IOutboxChannel> _channels = channels.ToDictionary(static channel => channel.Kind, StringComparer.Ordinal);

    public OutboxStore Store => store;

    public OutboxMeters Meters => meters;

    public TimeProvider Time => time;

    public OutboxLane Open(OutboxDestination destination) => new(destination, _channels[destination.Kind], store, attempt, logger);
}
