namespace Sas.Interop.Hub.Polling;

/// <summary>Why a vendor is not asked again for a caller.</summary>
internal enum RefreshRefusal
{
    /// <summary>As many targets wait as are allowed to.</summary>
    Full,

    /// <summary>The vendor is left alone for a while.</summary>
    Held,
}
