using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Polling;

/// <summary>Makes a vendor's runtime from its settings.</summary>
internal sealed class VendorRuntimeFactory(
    DialectTable dialects,
    IVendorTransportFactory transports,
    PollSurroundings surroundings,
    ILogger<VendorRuntime> logger)
{
    public VendorRuntime Create(VendorModel vendor)
    {
        var factory = dialects.Get(vendor.Dialect);
        var transport = new RenewableTransport(transports.Create(vendor), vendor.Limits.Timeout, surroundings.Time);
        try
        {
            return new VendorRuntime(vendor, invoker => factory.Create(Context(vendor, invoker)), transport, surroundings, logger);
        }
        catch
        {
            transport.Dispose();
            throw;
        }
    }

    /// <summary>Gives a runtime the trust of other settings that are the same otherwise.</summary>
    public void Renew(VendorRuntime runtime, VendorModel vendor) => runtime.Renew(vendor, transports.Create(vendor));

    private VendorContext Context(VendorModel vendor, HttpMessageInvoker transport) => new()
    {
        VendorId = vendor.Id,
        BaseUrl = vendor.BaseUrl,
        AllowedHosts = vendor.AllowedHosts,
        Options = vendor.Options,
        Limits = vendor.Limits,
        Secrets = vendor.Secrets,
        Transport = transport,
        Time = surroundings.Time,
        Jitter = surroundings.Randomness.Next,
    };
}
