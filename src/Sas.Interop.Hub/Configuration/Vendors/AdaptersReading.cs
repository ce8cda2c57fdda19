namespace Sas.Interop.Hub.Configuration.Vendors;

/// <summary>What became of one text of <c>adapters.json</c>.</summary>
/// <param name="Vendors">The vendors by id; to be used only when there are no faults.</param>
/// <param name="Faults">Every fault of the file.</param>
/// <param name="Warnings">What can be used but is probably not meant.</param>
/// <param name="Torn">The text is not even JSON: perhaps half written.</param>
/// <param name="SecretFiles">Files whose change is a change of the configuration, with what tells the contents that were read from others.</param>
internal sealed record AdaptersReading(
    IReadOnlyDictionary<string, VendorModel> Vendors,
    IReadOnlyList<ConfigFault> Faults,
    IReadOnlyList<ConfigFault> Warnings,
    bool Torn,
    IReadOnlyDictionary<string, string> SecretFiles);
