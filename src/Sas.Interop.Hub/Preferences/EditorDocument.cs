namespace Sas.Interop.Hub.Preferences;

/// <summary>A vendor as the platform lists it (PLATFORM §2).</summary>
internal sealed record EditorDocument(string Id, string CorporateName);

/// <summary>One vendor of a practitioner.</summary>
internal sealed record EditorLinkDocument(EditorDocument Editor);
