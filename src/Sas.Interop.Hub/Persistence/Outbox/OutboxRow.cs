namespace Sas.Interop.Hub.Persistence.Outbox;

/// <summary>One message to one destination that is not delivered yet.</summary>
internal sealed class OutboxRow
{
    /// <summary>In the order of writing, as far as the database tells.</summary>
    public long Id { get; set; }

    /// <summary>Name of the destination.</summary>
    public required string Destination { get; set; }

    /// <summary>What is kept in order: the id of the appointment or the orientation.</summary>
    public required string Stream { get; set; }

    /// <summary>Place in the stream: the version of what changed.</summary>
    public int Number { get; set; }

    /// <summary>Kind of message, such as <c>appointment</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>JSON.</summary>
    public required string Payload { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The <c>traceparent</c> of the change that it tells of; null when that had none.</summary>
    public string? Trace { get; set; }

    public int Attempts { get; set; }

    /// <summary>When the next attempt is due; null for a dead letter.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Until when one hub has it under way alone; past it the hub is taken for dead, and the message is anybody's. Null when nobody has it.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>When an operator sent it again after it had been given up; null for most.</summary>
    public DateTimeOffset? ReplayedAt { get; set; }

    /// <summary>When it was given up; null before.</summary>
    public DateTimeOffset? DeadAt { get; set; }

    /// <summary>What the last attempt ended with.</summary>
    public string? Error { get; set; }
}
