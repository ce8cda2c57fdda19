namespace Sas.Interop.Hub.Persistence.Outbox;

/// <summary>A message that this hub has under way alone for a while.</summary>
internal sealed record OutboxLetter
{
    public required long Id { get; init; }

    public required string Destination { get; init; }

    public required string Stream { get; init; }

    public required int Number { get; init; }

    public required string Kind { get; init; }

    public required string Payload { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The <c>traceparent</c> of the change that it tells of; null when that had none.</summary>
    public string? Trace { get; init; }

    /// <summary>Attempts before this one.</summary>
    public required int Attempts { get; init; }

    /// <summary>When an operator sent it again; null for most.</summary>
    public DateTimeOffset? ReplayedAt { get; init; }

    public static OutboxLetter Of(OutboxRow row) => new()
    {
        Id = row.Id,
        Destination = row.Destination,
        Stream = row.Stream,
        Number = row.Number,
        Kind = row.Kind,
        Payload = row.Payload,
        CreatedAt = row.CreatedAt,
        Trace = row.Trace,
        Attempts = row.Attempts,
        ReplayedAt = row.ReplayedAt,
    };
}
