using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Keldoc;

/// <summary>Turns catalogue answers into requests, and requests into kinds of slots; pure.</summary>
internal static class KeldocMapper
{
    /// <summary>More would make an address longer than servers take.</summary>
    private const int MaxAgendas = 300;

    public static bool IsNumber(string id) => id.Length is > 0 and <= 20 && id.All(char.IsAsciiDigit);

    /// <summary>The cabinet of the directory; without one, those whose address holds the directory's postal code, else all.</summary>
    public static IEnumerable<string> Choose(IReadOnlyList<KeldocCabinet> cabinets, KeldocTarget keys, PlaceDetails place)
    {
        var known = cabinets.Where(static cabinet => !cabinet.Id.IsEmpty).ToArray();
        if (keys.Cabinet is { } wanted)
        {
            return known.Select(static cabinet => cabinet.Id.Value).Where(id => id == wanted).Distinct();
        }

        var near = place.PostalCode is { } code ? known.Where(cabinet => cabinet.Location?.Contains(code, StringComparison.Ordinal) == true).ToArray() : [];
        return (near.Length > 0 ? near : known).Select(static cabinet => cabinet.Id.Value).Distinct();
    }

    /// <summary>One request for each motive, which may be listed in several categories, with all its agendas.</summary>
    public static Outcome<IReadOnlyList<KeldocMotiveRequest>> Requests(PullTarget target, KeldocSite site, IReadOnlyList<KeldocMotive> motives)
    {
        var (wantedMotives, wantedAgendas) = (target.KeyList("motives"), target.KeyList("agendas"));
        var requests = motives
            .Where(motive => !motive.Id.IsEmpty && (wantedMotives is null || wantedMotives.Contains(motive.Id.Value)))
            .GroupBy(static motive => motive.Id.Value, StringComparer.Ordinal)
            .Select(same => new KeldocMotiveRequest(
                site,
                same.Key,
                same.Select(static motive => motive.Name?.Trim()).FirstOrDefault(static name => !string.IsNullOrEmpty(name)),
                same.Any(static motive => motive.Teleconsultation),
                [
                    .. same.SelectMany(static motive => motive.Agendas ?? [])
                        .Where(static agenda => agenda is { Id.IsEmpty: false })
                        .Select(static agenda => agenda.Id.Value)
                        .Where(id => wantedAgendas is null || wantedAgendas.Contains(id))
                        .Distinct(),
                ]))
            .Where(static request => request.Agendas.Count > 0)
            .ToArray();
        if (requests.Any(static request => !IsNumber(request.Motive) || !request.Agendas.All(IsNumber)))
        {
            return new HubError(HubErrorCode.VendorInvalidValue, "An identifier of a motive or agenda is not a number.");
        }

        return requests.Any(static request => request.Agendas.Count > MaxAgendas)
            ? new HubError(HubErrorCode.VendorTooLarge, $"More than {MaxAgendas} agendas for one motive.")
            : requests;
    }

    public static SlotKind Kind(PullTarget target, KeldocTarget keys, KeldocMotiveRequest request, Uri root) => new()
    {
        Types = target.DefaultTypes,
        Consultations = request.Teleconsultation ? ConsultationTypes.Virtual : ConsultationTypes.Ambulatory,
        Mode = BookingMode.Routine,
        Reasons = request.Name is { } name ? [name] : [],
        BookingUrl = Link(target, keys, request.Site, root),
    };

    private static Uri? Link(PullTarget target, KeldocTarget keys, KeldocSite site, Uri root)
    {
        if (!keys.HasPage)
        {
            return target.BookingUrl;
        }

        // Each segment is encoded by itself, so that a slash inside a key cannot make another segment.
        var segments = new[] { keys.Type, keys.Location, keys.Slug, keys.CabinetSlug }.OfType<string>().Select(Uri.EscapeDataString);
        return PageLinks.Build(root, string.Join('/', segments), [new("cabinet", site.Cabinet), new("specialty", site.Specialty)]);
    }
}
