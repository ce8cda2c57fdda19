namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>A link that was given out. Its signature is not here: a copy of the database makes no valid link.</summary>
internal sealed class RedirectLinkRow
{
    /// <summary>Random, a part of the token.</summary>
    public required string Id { get; set; }

    public required string OrientationId { get; set; }

    /// <summary>The vendor's page, with <c>origin</c>.</summary>
    public required string Target { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When it was used; null before.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
