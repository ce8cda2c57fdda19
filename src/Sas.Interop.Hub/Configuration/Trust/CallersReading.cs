using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Configuration.Trust;

/// <summary>What became of one text of the file of callers and of the files that it names.</summary>
/// <param name="Model">The list; null when there are faults.</param>
/// <param name="Faults">Every fault.</param>
/// <param name="Warnings">What can be used but is probably not meant.</param>
/// <param name="Torn">Something may be half written: the text is no JSON, or the files that it names do not fit each other.</param>
/// <param name="Files">Files with certificates, keys and lists that it names, with what tells their contents that were read from others.</param>
/// <param name="SecretFiles">Files with secrets that it names, likewise.</param>
internal sealed record CallersReading(
    CallersModel? Model,
    IReadOnlyList<ConfigFault> Faults,
    IReadOnlyList<ConfigFault> Warnings,
    bool Torn,
    IReadOnlyDictionary<string, string> Files,
    IReadOnlyDictionary<string, string> SecretFiles);
