namespace Sas.Interop.Durability.Writing;

/// <summary>How many write, and how long.</summary>
internal sealed record WritesOptions
{
    public int Clients { get; init; } = 64;

    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the database's own commits are counted; zero leaves them out.</summary>
    public TimeSpan ReferenceDuration { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether commits wait for the disk.</summary>
    public bool Flush { get; init; } = true;

    /// <summary>Whether each write waits for its record in the audit, as it always does in the product.</summary>
    public bool Audit { get; init; } = true;

    public long Seed { get; init; } = 1;
}
