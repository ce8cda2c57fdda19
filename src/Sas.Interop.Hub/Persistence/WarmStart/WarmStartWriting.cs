namespace Sas.Interop.Hub.Persistence.WarmStart;

/// <summary>What came of writing the file.</summary>
/// <param name="Totals">What it holds now; nothing when it was not written.</param>
/// <param name="Problem">The end of a sentence that begins with the file, when the one before is still in its place; null when it was written.</param>
internal sealed record WarmStartWriting(FileTotals Totals, string? Problem);
