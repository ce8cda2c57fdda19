using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Valwin;

/// <summary>Pulls free slots of pharmacies that speak the <c>valwin</c> dialect: the national list tells whom to ask, then one paged list a pharmacy.</summary>
internal sealed class ValwinSlotSource : IVendorAdapter, ISlotSource
{
    public const string PharmacyKey = "pharmacy";

    /// <summary>More times than a pharmacy can have in a window; stops a vendor that invents pages.</summary>
    private const int MaxEntries = 20_000;

    // The list is a map from a label to a pharmacy. Listed twice under two labels: the entry that has a slot counts.
    private static readonly ListEntry<ValwinPharmacy> Entry = new(
        JsonShape.Of("*"),
        ValwinJsonContext.Default.ValwinPharmacy,
        static pharmacy => pharmacy.Id,
        static pharmacy => pharmacy.SaysNone)
    { ObjectsOnly = true };

    private readonly VendorContext _context;
    private readonly ValwinOptions _options;
    private readonly VendorHttp _http;
    private readonly ListedPull<IReadOnlyDictionary<string, ValwinPharmacy>> _pull;

    public ValwinSlotSource(VendorContext context, ValwinOptions options)
    {
        _context = context;
        _options = options;
        _http = new VendorHttp(context, [VendorHeaders.AcceptJson]);
        var call = VendorCall.Get(ValwinLinks.Pharmacies(context.BaseUrl)) with { CacheFor = options.CatalogueTtl };
        var list = new NationalList<ValwinPharmacy>(_http, call, Entry);
        _pull = new(PharmacyKey, StringComparer.Ordinal, (ids, _, token) => list.FindAsync(ids, token));
    }

    public string Dialect => ValwinAdapterFactory.Name;

    public int TargetsPerPull => 25;

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    public IAsyncEnumerable<PullResult> PullAsync(PullRequest request, CancellationToken cancellationToken) =>
        _pull.RunAsync(request, PullTargetAsync, cancellationToken);

    private async ValueTask<IReadOnlyList<Outcome<Snapshot>>> PullTargetAsync(
        ListedTarget<IReadOnlyDictionary<string, ValwinPharmacy>> asked,
        CancellationToken cancellationToken)
    {
        var (target, id, pharmacies, window) = asked;
        var pharmacy = pharmacies.GetValueOrDefault(id);
        var located = DirectoryKeys.PlaceOf(target, pharmacy?.Address?.ZipCode);
        if (!located.IsSuccess)
        {
            return [located.Error];
        }

        var (place, zone) = located.Value;
        if (pharmacy?.SaysNone == true)
        {
            return [Compose(target, place, window, new ValwinReading())];
        }

        var reading = await ReadPagesAsync(id, zone, window, cancellationToken);
        if (reading.Error is { } error)
        {
            return reading.Pages == 0 ? [error] : [Compose(target, place, window, reading), error];
        }

        return [Compose(target, place, window, reading, NextOf(pharmacy, zone))];
    }

    private async ValueTask<ValwinReading> ReadPagesAsync(string id, TimeZoneInfo zone, TimeWindow window, CancellationToken cancellationToken)
    {
        var reading = new ValwinReading();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        for (var query = ValwinLinks.FirstQuery(_options); query is not null;)
        {
            reading.Error = query.Length == 0 || !visited.Add(query)
                ? new HubError(HubErrorCode.VendorMalformed, "The pages of the list do not lead on.")
                : reading.Pages == _options.MaxPages || reading.Entries.Count > MaxEntries
                    ? new HubError(HubErrorCode.VendorTooLarge, $"The list goes on after {reading.Pages} pages.")
                    : null;
            if (reading.Error is not null)
            {
                return reading;
            }

            var page = await _http.CallAsync(
                VendorCall.Get(ValwinLinks.Slots(_context.BaseUrl, id, query)),
                (answer, token) => ValwinPage.ReadAsync(answer, zone, window, token),
                cancellationToken);
            if (!page.IsSuccess)
            {
                reading.Error = page.Error;
                return reading;
            }

            reading.Add(page.Value);
            query = ValwinLinks.NextQuery(page.Value, reading.Pages, _options);
        }

        return reading;
    }

    private Snapshot Compose(PullTarget target, PlaceDetails place, TimeWindow window, ValwinReading reading, DateTimeOffset? hint = null)
    {
        var mapper = new ValwinMapper(target.DefaultTypes, target.BookingUrl, TimeSpan.FromMinutes(_options.SlotMinutes));
        var slots = mapper.ToSlots(reading.Entries);
        return new Snapshot
        {
            Coverage = new Coverage(target.Owner, place.Key, window, reading.Complete),
            Schedules = [new ScheduleSlots(place, slots)],
            DataTime = reading.MadeAt,
            NextAvailable = reading.Later ?? (hint > window.To ? hint : null),
            Tally = reading.Tally(mapper.Duplicates),
        };
    }

    private static DateTimeOffset? NextOf(ValwinPharmacy? pharmacy, TimeZoneInfo zone) =>
        Instants.TryRead(pharmacy?.NextAvailableSlot, zone, out var next) ? next : null;
}
