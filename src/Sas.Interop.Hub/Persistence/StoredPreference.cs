namespace Sas.Interop.Hub.Persistence;

/// <summary>What is kept of one owner.</summary>
/// <param name="Owner">National identifier with its prefix.</param>
/// <param name="Revision">Place of the last change in the order of all changes; never the same twice.</param>
/// <param name="ChangedAt">When it was made, by the hub's clock.</param>
/// <param name="Content">The declaration; null when it was taken back.</param>
internal sealed record StoredPreference(string Owner, long Revision, DateTimeOffset ChangedAt, string? Content);
