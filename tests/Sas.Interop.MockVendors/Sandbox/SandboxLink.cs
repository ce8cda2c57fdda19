namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>One vendor at one place.</summary>
/// <param name="Vendor">Id in <c>adapters.json</c>.</param>
/// <param name="Keys">The vendor's own keys; empty for a vendor that tells the places itself.</param>
internal sealed record SandboxLink(string Vendor, IReadOnlyDictionary<string, string> Keys)
{
    public bool TellsPlaces => Keys.Count == 0;
}
