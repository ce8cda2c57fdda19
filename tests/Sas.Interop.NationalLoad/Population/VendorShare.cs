namespace Sas.Interop.NationalLoad.Population;

/// <summary>A vendor and its weight in the market.</summary>
internal sealed record VendorShare(string Id, string Name, double Weight);
