namespace Sas.Interop.Hub.Audit.Verifying;

/// <summary>The first link that does not hold.</summary>
/// <param name="Number">Of the record.</param>
/// <param name="Kind">What differs.</param>
/// <param name="Message">A sentence for operators.</param>
internal sealed record ChainBreak(long Number, ChainBreakKind Kind, string Message);
