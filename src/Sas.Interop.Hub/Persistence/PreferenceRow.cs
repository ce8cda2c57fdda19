namespace Sas.Interop.Hub.Persistence;

/// <summary>What one owner has declared. A row stays when the declaration is taken back, so that its revision never repeats and the platform can see the change.</summary>
internal sealed class PreferenceRow
{
    /// <summary>Longest <see cref="Owner"/> in characters.</summary>
    public const int OwnerLength = 15;

    /// <summary>National identifier with its prefix.</summary>
    public required string Owner { get; set; }

    /// <summary>Place of the last change in the order of all changes.</summary>
    public long Revision { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The declaration as JSON, always read and replaced whole; null when it was taken back.</summary>
    public string? Content { get; set; }
}
