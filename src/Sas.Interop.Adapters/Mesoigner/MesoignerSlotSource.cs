using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Mesoigner;

/// <summary>Pulls free slots of centers that speak the <c>mesoigner</c> dialect: one national list, then one or more spans of days a center.</summary>
internal sealed class MesoignerSlotSource : IVendorAdapter, ISlotSource
{
    public const string CenterKey = "center";

    public const string ApiKeySecret = "apiKey";

    // Listed twice: the entry that can be booked counts.
    private static readonly ListEntry<MesoignerCenter> Entry = new(
        JsonShape.Of("[]"),
        MesoignerJsonContext.Default.MesoignerCenter,
        static center => center.Id,
        static center => center.BookingDisabled);

    private readonly VendorContext _context;
    private readonly MesoignerOptions _options;
    private readonly VendorHttp _http;
    private readonly ListedPull<IReadOnlyDictionary<string, MesoignerCenter>> _pull;

    public MesoignerSlotSource(VendorContext context, MesoignerOptions options)
    {
        _context = context;
        _options = options;
        _http = new VendorHttp(
            context,
            VendorHeaders.WithSecret(context, ApiKeySecret, static key => new("Authorization", $"Mesoigner apikey=\"{key}\""), VendorHeaders.AcceptJson));
        var call = VendorCall.Get(MesoignerLinks.Centers(context.BaseUrl)) with { CacheFor = options.CatalogueTtl };
        var list = new NationalList<MesoignerCenter>(_http, call, Entry);
        _pull = new(CenterKey, StringComparer.Ordinal, (ids, _, token) => list.FindAsync(ids, token));
    }

    public string Dialect => MesoignerAdapterFactory.Name;

    public int TargetsPerPull => 25;

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    public IAsyncEnumerable<PullResult> PullAsync(PullRequest request, CancellationToken cancellationToken) =>
        _pull.RunAsync(request, PullTargetAsync, cancellationToken);

    private async ValueTask<IReadOnlyList<Outcome<Snapshot>>> PullTargetAsync(
        ListedTarget<IReadOnlyDictionary<string, MesoignerCenter>> asked,
        CancellationToken cancellationToken)
    {
        var (target, id, centers, window) = asked;
        var center = centers.GetValueOrDefault(id);
        var located = DirectoryKeys.PlaceOf(target, center?.PostalCode);
        if (!located.IsSuccess)
        {
            return [located.Error];
        }

        var (place, zone) = located.Value;
        if (center?.BookingDisabled == true)
        {
            return [new Snapshot { Coverage = new Coverage(target.Owner, place.Key, window, Complete: false), Schedules = [], TelephoneOnly = true }];
        }

        var reading = await ReadPagesAsync(id, zone, window, cancellationToken);
        if (reading.Pages == 0 && reading.Error is { } nothing)
        {
            return [nothing];
        }

        var snapshot = MesoignerMapper.Compose(target, reading.Covered(window, zone), reading, MesoignerLinks.Booking(center), _options);
        return reading.Error is { } error ? [snapshot, error] : [snapshot];
    }

    /// <summary>The vendor chooses how many days it lists, empty ones included; days that the window still wants are asked for from the day after.</summary>
    private async ValueTask<MesoignerReading> ReadPagesAsync(string id, TimeZoneInfo zone, TimeWindow window, CancellationToken cancellationToken)
    {
        var reading = new MesoignerReading();
        var last = DayWindow.DayOf(window.To, zone);
        var from = DayWindow.DayOf(window.From, zone);
        while (from <= last && reading.Pages < _options.MaxPages)
        {
            var page = await _http.CallAsync(
                VendorCall.Get(MesoignerLinks.Slots(_context.BaseUrl, id, from)),
                (answer, token) => MesoignerPage.ReadAsync(answer, zone, token),
                cancellationToken);
            if (!page.IsSuccess)
            {
                // A center that has answered is known: a later day that is not found lies behind the vendor's horizon.
                reading.Error = reading.Pages > 0 && page.Error.Code == HubErrorCode.VendorUnknownTarget ? null : page.Error;
                return reading;
            }

            if (page.Value.LastDay < from)
            {
                reading.Error = reading.Pages > 0 ? null : new HubError(HubErrorCode.VendorMalformed, "Every day listed lies before the day asked for.");
                return reading;
            }

            reading.Add(page.Value);
            if (page.Value.LastDay is not { } read)
            {
                reading.Exhausted = true;
                return reading;
            }

            from = read.AddDays(1);
        }

        return reading;
    }
}
