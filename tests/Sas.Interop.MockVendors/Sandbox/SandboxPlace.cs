namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>An invented place of practice, and the vendors that sell its agenda.</summary>
internal sealed record SandboxPlace(
    string Key,
    string Name,
    string Structure,
    string Line,
    string City,
    string PostalCode,
    string Phone,
    string TimeZone,
    IReadOnlyList<SandboxLink> Links);
