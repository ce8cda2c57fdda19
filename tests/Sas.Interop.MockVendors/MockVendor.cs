namespace Sas.Interop.MockVendors;

/// <summary>One mocked vendor.</summary>
/// <param name="Name">Name in addresses and fault switches: lower-case letters, digits and dashes.</param>
/// <param name="Folders">Mapping folders, each with <c>mappings/</c> and perhaps <c>__files/</c>.</param>
internal sealed record MockVendor(string Name, IReadOnlyList<string> Folders);
