using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Persistence.Outbox;

/// <summary>Writes messages in the transaction of the change that they tell of.</summary>
internal sealed class OutboxWriter(IOutboxRouting routing, TimeProvider time)
{
    public void Add(HubContext context, OutboxMessage message)
    {
        var now = time.GetUtcNow();
        foreach (var destination in routing.DestinationsOf(message.Kind))
        {
            context.Add(new OutboxRow
            {
                Destination = destination,
                Stream = message.Stream,
                Number = message.Number,
                Kind = message.Kind,
                Payload = message.Payload,
                CreatedAt = now,
                Trace = TraceContext.Parent,
                DueAt = now,
            });
        }
    }
}
