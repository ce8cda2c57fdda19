using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Vendors;

/// <summary>The words of <c>capabilities</c>.</summary>
internal static class CapabilityNames
{
    public static IReadOnlyDictionary<string, VendorCapabilities> All { get; } = new Dictionary<string, VendorCapabilities>(StringComparer.Ordinal)
    {
        ["slots"] = VendorCapabilities.Slots,
        ["push"] = VendorCapabilities.Push,
        ["bulk"] = VendorCapabilities.Bulk,
        ["booking:redirect"] = VendorCapabilities.BookingRedirect,
        ["booking:api"] = VendorCapabilities.BookingApi,
        ["regulators"] = VendorCapabilities.Regulators,
        ["careRequests"] = VendorCapabilities.CareRequests,
    };

    public static VendorCapabilities Read(ObjectReader reader)
    {
        var named = VendorCapabilities.None;
        foreach (var item in reader.List("capabilities", All.Count))
        {
            if (item.Text is not { } text || !All.TryGetValue(text, out var capability))
            {
                reader.Faults.Add(item, $"No such capability; known ones: {Quoted.List(All.Keys)}.");
            }
            else if ((named & capability) != 0)
            {
                reader.Faults.Add(item, $"{Quoted.Text(text)} is given twice; keep one.");
            }
            else
            {
                named |= capability;
            }
        }

        return reader.At.Find("capabilities") is null ? VendorCapabilities.Slots : named;
    }
}
