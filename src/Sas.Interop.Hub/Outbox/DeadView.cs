using System.Text.Json;

using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Outbox;

/// <summary>A message that was given up.</summary>
internal sealed record DeadView
{
    public required long Id { get; init; }

    public required string Destination { get; init; }

    public required string Kind { get; init; }

    public required string Stream { get; init; }

    public required int Sequence { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? DeadAt { get; init; }

    public required int Attempts { get; init; }

    /// <summary>What the last attempt ended with.</summary>
    public required string? Error { get; init; }

    /// <summary>The state that it tells of; only when one letter is asked for.</summary>
    public JsonElement? Payload { get; init; }

    public static DeadView Of(OutboxRow row, bool withPayload) => new()
    {
        Id = row.Id,
        Destination = row.Destination,
        Kind = row.Kind,
        Stream = row.Stream,
        Sequence = row.Number,
        CreatedAt = row.CreatedAt,
        DeadAt = row.DeadAt,
        Attempts = row.Attempts,
        Error = row.Error,
        Payload = withPayload ? JsonElement.Parse(row.Payload) : null,
    };
}
