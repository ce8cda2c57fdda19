namespace Sas.Interop.Hub.Security.Callers;

/// <summary>The one way in which callers are told apart.</summary>
internal static class CallerScheme
{
    public const string Name = "Caller";

    /// <summary>The header by which a caller says which vendor it is. Only where no certificate tells, on loopback.</summary>
    public const string VendorHeader = "X-Sas-Vendor";
}
