using System.Collections.Frozen;

using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Outbox;

/// <summary>The configured destinations by what they want to hear of.</summary>
internal sealed class OutboxRouting : IOutboxRouting
{
    private readonly FrozenDictionary<string, IReadOnlyList<string>> _byKind;

    /// <exception cref="OptionsValidationException">The settings have faults.</exception>
    public OutboxRouting(IOptions<OutboxOptions> options)
    {
        Destinations = [.. options.Value.Destinations.Select(OutboxDestination.Of)];
        _byKind = Destinations.SelectMany(static destination => destination.Kinds.Select(kind => (Kind: kind, destination.Name)))
            .GroupBy(static wish => wish.Kind, static wish => wish.Name)
            .ToFrozenDictionary(static group => group.Key, static group => (IReadOnlyList<string>)[.. group], StringComparer.Ordinal);
    }

    public IReadOnlyList<OutboxDestination> Destinations { get; }

    public IReadOnlyList<string> DestinationsOf(string kind) => _byKind.GetValueOrDefault(kind, []);
}
