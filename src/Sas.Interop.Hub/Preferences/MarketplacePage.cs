namespace Sas.Interop.Hub.Preferences;

/// <summary>Practitioners who can be asked for care on a marketplace, in a steady order.</summary>
/// <param name="Items">The practitioners.</param>
/// <param name="Next">To be given as <c>after</c> for what follows; null at the end.</param>
internal sealed record MarketplacePage(IReadOnlyList<MarketplaceItem> Items, string? Next);

/// <summary>One practitioner.</summary>
/// <param name="NationalId">National identifier with its prefix.</param>
/// <param name="Editors">The vendors on whose marketplace he or she can be asked.</param>
internal sealed record MarketplaceItem(string NationalId, IReadOnlyList<EditorDocument> Editors);
