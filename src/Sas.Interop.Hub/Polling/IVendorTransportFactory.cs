using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Polling;

/// <summary>How requests to a vendor leave the hub. A handler belongs to one vendor; the hub disposes it with the vendor's adapter.</summary>
internal interface IVendorTransportFactory
{
    HttpMessageHandler Create(VendorModel vendor);
}
