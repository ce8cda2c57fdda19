namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>What became of the files of a directory.</summary>
/// <param name="Model">The directory; to be used only when there are no faults.</param>
/// <param name="Faults">Every fault of every file.</param>
/// <param name="Warnings">What can be used but is probably not meant.</param>
/// <param name="Torn">A file is not there or is not even JSON or CSV: perhaps half written.</param>
internal sealed record DirectoryReading(DirectoryModel Model, IReadOnlyList<ConfigFault> Faults, IReadOnlyList<ConfigFault> Warnings, bool Torn);
