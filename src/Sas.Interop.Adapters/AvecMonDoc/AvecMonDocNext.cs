namespace Sas.Interop.Adapters.AvecMonDoc;

/// <summary>The next bookable time after a page.</summary>
/// <param name="Start">Its first instant.</param>
internal sealed record AvecMonDocNext(string? Start);
