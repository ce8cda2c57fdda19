using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Keldoc;

/// <summary>The vendor's calls as data. Identifiers in paths are digits: the callers see to it.</summary>
internal sealed class KeldocCalls(Uri root, KeldocOptions options)
{
    private const string Patients = "api/patients/v2";

    public VendorCall Clinic(KeldocTarget target)
    {
        var query = $"type={Encode(target.Type)}&location={Encode(target.Location)}&slug={Encode(target.Slug)}";
        var narrowed = target.CabinetSlug is null ? query : $"{query}&cabinet={Encode(target.CabinetSlug)}";
        return Catalogue($"searches/resource?{narrowed}");
    }

    public VendorCall Cabinets(string clinic, string specialty) => Catalogue($"clinics/{clinic}/specialties/{specialty}/cabinets");

    public VendorCall Motives(KeldocSite site) => Catalogue($"clinics/{site.Clinic}/specialties/{site.Specialty}/cabinets/{site.Cabinet}/motive_categories");

    public VendorCall Timetable(KeldocMotiveRequest request, DateOnly from, DateOnly to)
    {
        var agendas = string.Concat(request.Agendas.Select(static agenda => $"&agenda_ids[]={agenda}"));
        var relative = $"{Patients}/timetables/{request.Motive}?from={DayWindow.Text(from)}&to={DayWindow.Text(to)}{agendas}";
        return VendorCall.Get(VendorAddress.Below(options.TimetableBaseUrl ?? root, relative));
    }

    private static string Encode(string? text) => Uri.EscapeDataString(text ?? string.Empty);

    private VendorCall Catalogue(string relative) =>
        VendorCall.Get(VendorAddress.Below(root, $"{Patients}/{relative}")) with { CacheFor = options.CatalogueTtl };
}
