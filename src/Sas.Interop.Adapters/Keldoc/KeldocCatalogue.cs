using Sas.Interop.Adapters.Http;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Keldoc;

/// <summary>Finds what to ask for a target: clinic, specialties, cabinets, motives. All of it is kept for a while by <see cref="VendorHttp"/>.</summary>
internal sealed class KeldocCatalogue(VendorHttp http, KeldocCalls calls)
{
    private const int MaxSites = 50;

    public async ValueTask<Outcome<IReadOnlyList<KeldocMotiveRequest>>> ReadAsync(
        PullTarget target,
        KeldocTarget keys,
        PlaceDetails place,
        CancellationToken cancellationToken)
    {
        var sites = await SitesAsync(keys, place, cancellationToken);
        if (!sites.IsSuccess)
        {
            return sites.Error;
        }

        var all = new List<KeldocMotiveRequest>();
        foreach (var site in sites.Value)
        {
            var motives = await http.CallAsync(calls.Motives(site), KeldocCatalogueReader.ReadMotivesAsync, cancellationToken);
            if (!motives.IsSuccess)
            {
                return motives.Error;
            }

            var requests = KeldocMapper.Requests(target, site, motives.Value);
            if (!requests.IsSuccess)
            {
                return requests.Error;
            }

            all.AddRange(requests.Value);
        }

        return all;
    }

    private async ValueTask<Outcome<IReadOnlyList<KeldocSite>>> SitesAsync(KeldocTarget keys, PlaceDetails place, CancellationToken cancellationToken)
    {
        if (keys is { Clinic: { } clinic, Specialty: { } specialty, Cabinet: { } cabinet })
        {
            return (KeldocSite[])[new KeldocSite(clinic, specialty, cabinet)];
        }

        var read = await ClinicAsync(keys, cancellationToken);
        if (!read.IsSuccess)
        {
            return read.Error;
        }

        return await SitesOfAsync(read.Value, keys, place, cancellationToken);
    }

    private async ValueTask<Outcome<KeldocClinic>> ClinicAsync(KeldocTarget keys, CancellationToken cancellationToken)
    {
        if (keys is { Clinic: { } known, Specialty: { } only })
        {
            return new KeldocClinic(known, [only]);
        }

        var read = await http.CallAsync(calls.Clinic(keys), KeldocCatalogueReader.ReadClinicAsync, cancellationToken);
        if (!read.IsSuccess)
        {
            return read.Error;
        }

        var clinic = read.Value with { Id = keys.Clinic ?? read.Value.Id };
        var specialties = clinic.Specialties.Distinct().Where(id => keys.Specialty is null || id == keys.Specialty).ToArray();
        if (specialties.Length == 0)
        {
            return new HubError(HubErrorCode.VendorUnknownTarget, "The clinic has no specialty, or not the one that the directory names.");
        }

        return KeldocMapper.IsNumber(clinic.Id) && specialties.All(KeldocMapper.IsNumber)
            ? clinic with { Specialties = specialties }
            : new HubError(HubErrorCode.VendorInvalidValue, "An identifier of a clinic or specialty is not a number.");
    }

    private async ValueTask<Outcome<IReadOnlyList<KeldocSite>>> SitesOfAsync(
        KeldocClinic clinic,
        KeldocTarget keys,
        PlaceDetails place,
        CancellationToken cancellationToken)
    {
        var sites = new List<KeldocSite>();
        var unknown = default(HubError);
        foreach (var specialty in clinic.Specialties)
        {
            var cabinets = await http.CallAsync(calls.Cabinets(clinic.Id, specialty), KeldocCatalogueReader.ReadCabinetsAsync, cancellationToken);
            if (cabinets.Error is { Code: HubErrorCode.VendorUnknownTarget } error)
            {
                // A specialty of the page without cabinets of its own; the others may have some.
                unknown = error;
                continue;
            }

            if (!cabinets.IsSuccess)
            {
                return cabinets.Error;
            }

            sites.AddRange(KeldocMapper.Choose(cabinets.Value, keys, place).Select(cabinet => new KeldocSite(clinic.Id, specialty, cabinet)));
        }

        return sites switch
        {
            [] => unknown ?? new HubError(HubErrorCode.VendorUnknownTarget, "The clinic has no cabinet, or not the one that the directory names."),
            { Count: > MaxSites } => new HubError(HubErrorCode.VendorTooLarge, $"More than {MaxSites} cabinets for one target."),
            _ when !sites.All(static site => KeldocMapper.IsNumber(site.Cabinet)) => new HubError(HubErrorCode.VendorInvalidValue, "An identifier of a cabinet is not a number."),
            _ => sites,
        };
    }
}
