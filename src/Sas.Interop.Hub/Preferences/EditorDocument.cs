namespace Sas.Interop.Hub.Preferences;

/// <summary>A vendor as the platform lists it (PLATFORM §2).</summary>
internal sealed record EditorDocument(string Id, string CorporateName);

/// <summary>One vendor of a practitioner.</summary>
/// <param name="Editor">The vendor.</param>
/// <param name="Marketplace">Whether the practitioner can be asked for care on the vendor's marketplace.</param>
internal sealed record EditorLinkDocument(EditorDocument Editor, bool Marketplace);
