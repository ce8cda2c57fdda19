using System.Security.Cryptography;
using System.Text;

using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability.WarmStart;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Configuration.Vendors;

namespace Sas.Interop.Hub.Hosting;

/// <summary>What the catalog and the directory say of saved slots.</summary>
internal sealed class KnownLinks(IVendorCatalog catalog, IDirectoryLookup directory, IOptions<HubOptions> options) : IKnownLinks
{
    private const int SourceLength = 16;

    public KnownVendor? Find(string vendorId) => catalog.Current.GetValueOrDefault(vendorId) is { Enabled: true } vendor
        ? new KnownVendor(SourceOf(vendor), vendor.Capabilities.HasFlag(VendorCapabilities.Push))
        : null;

    public IReadOnlyList<PullTarget> TargetsOf(string vendorId, OwnerKey owner) =>
        [.. directory.LinksOf(owner).Where(link => link.VendorId == vendorId).Select(static link => link.Target)];

    // Invented slots of a mock must never be served as the vendor's own, nor those of one address as those of another. Pages were judged when they came in: by
    // another rule they have to come in anew.
    private string SourceOf(VendorModel vendor)
    {
        var mocked = options.Value.Sandbox.Enabled && SandboxHosts.IsMocked(vendor.BaseUrl);
        var told = Encoding.UTF8.GetBytes($"{vendor.Dialect}\n{vendor.BaseUrl.AbsoluteUri}\n{mocked}\n{string.Join(' ', vendor.BookingPages.Hosts)}");
        return Convert.ToHexStringLower(SHA256.HashData(told))[..SourceLength];
    }
}
