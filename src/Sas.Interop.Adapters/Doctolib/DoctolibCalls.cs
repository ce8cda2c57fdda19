using System.Globalization;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Doctolib;

/// <summary>The vendor's calls as data.</summary>
internal sealed class DoctolibCalls(Uri root, DoctolibOptions options)
{
    public VendorCall Profile(string slug) =>
        VendorCall.Get(VendorAddress.Below(root, $"booking/{Uri.EscapeDataString(slug.ToLowerInvariant())}.json")) with { CacheFor = options.CatalogueTtl };

    public VendorCall Availabilities(DoctolibPlan plan, DoctolibMotiveRequest request, DateOnly from, int days)
    {
        var query = string.Create(
            CultureInfo.InvariantCulture,
            $"start_date={DayWindow.Text(from)}&visit_motive_ids={string.Join('-', request.Motives)}&agenda_ids={string.Join('-', request.Agendas)}"
            + $"&insurance_sector={options.InsuranceSector}&practice_ids={string.Join('-', plan.Practices)}&destroy_temporary=true&limit={days}");
        var telehealth = options.Telehealth is { } remote ? (remote ? "&telehealth=true" : "&telehealth=false") : string.Empty;
        return VendorCall.Get(VendorAddress.Below(root, $"availabilities.json?{query}{telehealth}"));
    }
}
