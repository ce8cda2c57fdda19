using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Hub.Configuration;

/// <summary>The adapters of the vendors at work.</summary>
internal interface IVendorAdapters
{
    /// <summary>The adapter of an enabled vendor; null when there is none. Keep it no longer than one request: it goes with the vendor's settings.</summary>
    IVendorAdapter? Find(string vendorId);
}
