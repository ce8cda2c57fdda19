namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>One row of a CSV file.</summary>
/// <param name="Line">Line on which it begins.</param>
/// <param name="Fields">Its fields, unquoted.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Fields);
