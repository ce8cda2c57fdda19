using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Outbox;

/// <summary>Body of <c>GET /admin/outbox</c>.</summary>
internal sealed record OutboxView(IReadOnlyList<DestinationView> Destinations);

/// <summary>One destination.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Configured">Whether the settings name it: what waits for one that they do not name is kept and not sent.</param>
/// <param name="Kind">Its channel; null when it is not configured.</param>
/// <param name="Wants">Kinds of messages that it wants.</param>
/// <param name="Waiting">Messages that wait.</param>
/// <param name="OldestAgeSeconds">Age of the oldest of them; null when none waits.</param>
/// <param name="Dead">Messages that were given up.</param>
internal sealed record DestinationView(string Name, bool Configured, string? Kind, IReadOnlyList<string> Wants, long Waiting, long? OldestAgeSeconds, long Dead)
{
    public static DestinationView Of(string name, OutboxDestination? destination, OutboxCount? count, DateTimeOffset now) => new(
        name,
        destination is not null,
        destination?.Kind,
        destination?.Kinds ?? [],
        count?.Waiting ?? 0,
        count?.Oldest is { } oldest ? Math.Max(0, (long)(now - oldest).TotalSeconds) : null,
        count?.Dead ?? 0);
}

/// <summary>Body of <c>GET /admin/outbox/dead</c>.</summary>
/// <param name="Items">Letters in the order of their ids, without payloads.</param>
/// <param name="Next">What to give as <c>after</c> for the next page; null at the end.</param>
internal sealed record DeadPage(IReadOnlyList<DeadView> Items, long? Next);

/// <summary>Body of a replay.</summary>
internal sealed record ReplayView(int Replayed);

/// <summary>Body of every failure.</summary>
internal sealed record OutboxErrorDocument(OutboxError Error);

/// <summary>The failure, in the form that all JSON interfaces of the hub have.</summary>
internal sealed record OutboxError(string Code, string Message, string? Path);
