namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>An invented SOS Médecins association with its fixed places.</summary>
internal sealed record SandboxAssociation(string Siret, string Name, string Phone, string Vendor, IReadOnlyList<SandboxPlace> Places);
