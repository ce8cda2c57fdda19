using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Outbox;

/// <summary>The configured destinations by what they want to hear of.</summary>
internal sealed class OutboxRouting : IOutboxRouting
{
    public IReadOnlyList<string> DestinationsOf(string kind) => [];
}
