namespace Sas.Interop.Contracts.Adapters;

/// <summary>A fault in a dialect's options.</summary>
/// <param name="Path">Where, relative to <c>options</c>, such as <c>window</c> or <c>headers.X-Key</c>; empty for the whole object.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record OptionFault(string Path, string Message);
