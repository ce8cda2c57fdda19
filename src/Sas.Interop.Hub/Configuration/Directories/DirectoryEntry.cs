namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>One entry of a directory in JSON, cut out of the stream; its bytes hold until the next one is asked for.</summary>
/// <param name="List">Member of the root that holds it: <c>practitioners</c>, <c>associations</c> or <c>communities</c>.</param>
/// <param name="Path">JSON path.</param>
/// <param name="Line">Line on which it begins.</param>
/// <param name="Utf8">The value.</param>
internal sealed record DirectoryEntry(string List, string Path, int Line, ReadOnlyMemory<byte> Utf8);
