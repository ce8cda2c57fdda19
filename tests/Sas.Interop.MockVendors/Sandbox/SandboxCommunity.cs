namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>An invented territorial community.</summary>
internal sealed record SandboxCommunity(string Finess, string Name, string Phone);
