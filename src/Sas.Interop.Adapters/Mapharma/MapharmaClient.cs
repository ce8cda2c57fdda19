using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Mapharma;

/// <summary>The calls of the dialect.</summary>
internal sealed class MapharmaClient : IAsyncDisposable
{
    // The list itself, or a copy of it wrapped with its date.
    private static readonly JsonShape CatalogueShape = JsonShape.Of("[]", "data[]").Naming("data");

    // Days are members, beside members that are no days: each is judged by its name.
    private static readonly JsonShape CalendarShape = JsonShape.Of("*");

    private readonly VendorContext _context;
    private readonly MapharmaOptions _options;
    private readonly VendorHttp _http;

    public MapharmaClient(VendorContext context, MapharmaOptions options)
    {
        _context = context;
        _options = options;
        _http = new VendorHttp(context, VendorHeaders.WithToken(context, VendorHeaders.AcceptJson, new("Referer", options.Referer.AbsoluteUri)));
    }

    public ValueTask<Outcome<MapharmaCatalogue>> ReadCatalogueAsync(CancellationToken cancellationToken) =>
        _http.CallAsync<MapharmaCatalogue>(
            VendorCall.Get(VendorAddress.Below(_context.BaseUrl, "opendata/rdv")) with { CacheFor = _options.CatalogueTtl },
            static async (answer, token) =>
            {
                var agendas = new List<MapharmaAgenda>();
                var unreadable = 0;
                var read = await JsonFeed.ReadAsync(answer.Body, CatalogueShape, Take, token);
                return read.IsSuccess ? new MapharmaCatalogue(agendas, unreadable) : read.Error;

                HubError? Take(int path, in JsonFeedPosition position, ref Utf8JsonReader value)
                {
                    var (found, faults) = ReadPharmacy(ref value);
                    agendas.AddRange(found);
                    unreadable += faults;
                    return null;
                }
            },
            cancellationToken);

    public ValueTask<Outcome<SlotPage>> ReadCalendarAsync(MapharmaAgenda agenda, DateOnly from, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var path = $"api/public/calendar/{Uri.EscapeDataString(agenda.Campaign)}/{DayWindow.Text(from)}/{Uri.EscapeDataString(agenda.Option)}";
        return _http.CallAsync<SlotPage>(
            VendorCall.Get(VendorAddress.Below(_context.BaseUrl, path)),
            async (answer, token) =>
            {
                var page = new SlotPage { MadeAt = answer.MadeAt };
                var known = 0;
                var read = await JsonFeed.ReadAsync(answer.Body, CalendarShape, Take, token);
                if (!read.IsSuccess)
                {
                    return read.Error;
                }

                // An empty object says that nothing is free; an object of other members only is a message, not a calendar.
                return known > 0 || read.Value == 0 ? page : new HubError(HubErrorCode.VendorMalformed, "The calendar holds no day.");

                HubError? Take(int index, in JsonFeedPosition position, ref Utf8JsonReader value)
                {
                    known += ReadMember(position.Key, ref value, zone, page) ? 1 : 0;
                    return null;
                }
            },
            cancellationToken);
    }

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    /// <summary>One damaged pharmacy must not take the national list with it.</summary>
    private static (IReadOnlyList<MapharmaAgenda> Agendas, int Unreadable) ReadPharmacy(ref Utf8JsonReader value)
    {
        try
        {
            return JsonSerializer.Deserialize(ref value, MapharmaJsonContext.Default.MapharmaPharmacy) is { } pharmacy
                ? MapharmaMapper.ToAgendas(pharmacy)
                : ([], 1);
        }
        catch (JsonException)
        {
            return ([], 1);
        }
    }

    /// <returns>Whether the member belongs to a calendar.</returns>
    private static bool ReadMember(string? name, ref Utf8JsonReader value, TimeZoneInfo zone, SlotPage page)
    {
        if (name?.StartsWith("first", StringComparison.Ordinal) == true)
        {
            if (name == "first" && value.TokenType == JsonTokenType.String)
            {
                page.Next = MapharmaMapper.ToHint(value.GetString(), zone);
            }

            return true;
        }

        if (!Instants.TryReadDay(name, out var day))
        {
            return false;
        }

        MapharmaMapper.Map(day, JsonSerializer.Deserialize(ref value, MapharmaJsonContext.Default.ListMapharmaTime) ?? [], zone, page);
        return true;
    }
}
