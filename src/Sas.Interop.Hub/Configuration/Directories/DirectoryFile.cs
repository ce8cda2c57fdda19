namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>A file that the directory is made of.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Vendor">The only vendor that it may link to; null for the main file.</param>
internal sealed record DirectoryFile(string Path, string? Vendor);
