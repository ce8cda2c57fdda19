namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>What an answer lacks of one vendor.</summary>
internal sealed class VendorGap(string vendorId, GapKind kind)
{
    public string VendorId => vendorId;

    public GapKind Kind => kind;

    /// <summary>Of how many of the owners asked for.</summary>
    public int Owners { get; set; }

    /// <summary>Age of the oldest data; null when there are none.</summary>
    public TimeSpan? Age { get; set; }
}
