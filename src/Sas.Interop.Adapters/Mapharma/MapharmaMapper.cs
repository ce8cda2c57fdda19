using System.Globalization;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Mapharma;

/// <summary>The vendor's catalogue and calendar in the hub's terms.</summary>
internal static class MapharmaMapper
{
    // One campaign and option is one agenda; its pages are read together.
    private const string Agenda = "campaign";

    private static readonly string[] TimeForms = ["H:mm", "HH:mm", "HH:mm:ss"];

    private static readonly string[] HintForms = ["yyyy-MM-dd' 'H:mm"];

    /// <returns>The agendas of one pharmacy, and how many of its campaigns could not be read.</returns>
    public static (IReadOnlyList<MapharmaAgenda> Agendas, int Unreadable) ToAgendas(MapharmaPharmacy pharmacy)
    {
        var agendas = new List<MapharmaAgenda>();
        var unreadable = 0;
        foreach (var campaign in pharmacy.Campaigns ?? [])
        {
            if (campaign is not { Id: { } id, Option: { } option })
            {
                unreadable++;
                continue;
            }

            agendas.Add(new MapharmaAgenda(id, option)
            {
                Pharmacy = Slug(pharmacy.Url),
                Name = campaign.Name,
                Url = campaign.Url,
                TimeZone = pharmacy.TimeZone,
                PostalCode = pharmacy.PostalCode,
                NothingFree = campaign.TotalFree == 0,
                NextFree = campaign.NextFree,
            });
        }

        return (agendas, unreadable);
    }

    /// <summary>The pharmacy's own name on the vendor's site: the last segment of its page.</summary>
    public static string? Slug(string? url)
    {
        if (!Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var page))
        {
            return null;
        }

        var slug = Uri.UnescapeDataString(page.Segments[^1].Trim('/'));
        return slug.Length == 0 ? null : slug;
    }

    public static SlotKind ToKind(MapharmaAgenda agenda, PullTarget target, MapharmaOptions options) => new()
    {
        Types = target.DefaultTypes,
        Consultations = ConsultationTypes.Ambulatory,
        Reasons = agenda.Name is { } name ? [name] : [],
        Mode = BookingMode.Routine,
        BookingUrl = BookingPage(agenda, options) ?? target.BookingUrl,
    };

    /// <summary>The campaign's link, else one built from the pharmacy's name and the identifiers; null when the pharmacy is not known.</summary>
    public static Uri? BookingPage(MapharmaAgenda agenda, MapharmaOptions options)
    {
        if (Uri.TryCreate(agenda.Url?.Trim(), UriKind.Absolute, out var own) && HttpAddressAttribute.Accepts(own))
        {
            return own;
        }

        return agenda.Pharmacy is { } slug
            ? VendorAddress.Below(
                options.BookingPage,
                $"{Uri.EscapeDataString(slug)}?c={Uri.EscapeDataString(agenda.Campaign)}&l={Uri.EscapeDataString(agenda.Option)}")
            : null;
    }

    /// <summary>Adds the times of one day, or counts why they are left out. Their ends are found later, when the whole agenda is known.</summary>
    public static void Map(DateOnly day, IReadOnlyList<MapharmaTime?> times, TimeZoneInfo zone, SlotPage page)
    {
        foreach (var time in times)
        {
            if (time is null
                || !TimeOnly.TryParseExact(time.Time?.Trim(), TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)
                || !PlaceZone.TryToInstant(day.ToDateTime(clock), zone, out var start))
            {
                page.Unreadable++;
            }
            else if (time.Places <= 0)
            {
                page.Reserved++;
            }
            else
            {
                page.Times.Add(new ListedSlot(start, null, Agenda));
            }
        }
    }

    /// <summary>The first day with free times, or the next free time.</summary>
    public static DateTimeOffset? ToHint(string? text, TimeZoneInfo zone)
    {
        var read = DateTime.TryParseExact(text?.Trim(), HintForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local);
        if (!read && Instants.TryReadDay(text, out var day))
        {
            (read, local) = (true, day.ToDateTime(TimeOnly.MinValue));
        }

        if (read)
        {
            return PlaceZone.TryToInstant(local, zone, out var instant) ? instant : null;
        }

        return Instants.TryRead(text, zone, out var written) ? written : null;
    }
}
