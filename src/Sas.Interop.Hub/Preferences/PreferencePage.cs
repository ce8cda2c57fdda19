namespace Sas.Interop.Hub.Preferences;

/// <summary>Changes of preferences in the order in which they were made.</summary>
/// <param name="Items">The changes; the last one of each owner only.</param>
/// <param name="Cursor">To be given as <c>after</c> to get what follows, now or at any later time.</param>
/// <param name="More">Whether more is there already.</param>
internal sealed record PreferencePage(IReadOnlyList<PreferencePageItem> Items, long Cursor, bool More);

/// <summary>One owner in a page.</summary>
/// <param name="NationalId">National identifier with its prefix.</param>
/// <param name="Version">What the entity tag holds.</param>
/// <param name="ChangedAt">When the change was made.</param>
/// <param name="Preferences">The declaration; null when it was taken back.</param>
internal sealed record PreferencePageItem(string NationalId, long Version, string? ChangedAt, PreferenceDocument? Preferences);
