namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>The answer to a request that came with an <c>Idempotency-Key</c>.</summary>
internal sealed class IdempotentAnswerRow
{
    /// <summary><see cref="IdentifierKey"/> of caller, operation and key.</summary>
    public required string Key { get; set; }

    /// <summary><see cref="IdentifierKey"/> of the body.</summary>
    public required string Body { get; set; }

    /// <summary>The orientation that the request opened; null before.</summary>
    public string? OrientationId { get; set; }

    /// <summary>HTTP status; 0 while the request is under way.</summary>
    public int Status { get; set; }

    /// <summary>The answer's body; null while the request is under way.</summary>
    public string? Answer { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}
