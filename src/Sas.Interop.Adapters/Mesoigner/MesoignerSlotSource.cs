using System.Runtime.CompilerServices;

using Sas.Interop.Adapters.Http;
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

    private readonly VendorContext _context;
    private readonly MesoignerOptions _options;
    private readonly VendorHttp _http;
    private readonly MesoignerCatalogue _catalogue;

    public MesoignerSlotSource(VendorContext context, MesoignerOptions options)
    {
        _context = context;
        _options = options;
        var headers = new List<KeyValuePair<string, string>> { new("Accept", "application/json") };
        if (context.Secrets.TryGetValue(ApiKeySecret, out var apiKey))
        {
            headers.Add(new("Authorization", $"Mesoigner apikey=\"{apiKey}\""));
        }

        _http = new VendorHttp(context, headers);
        _catalogue = new MesoignerCatalogue(_http, context.BaseUrl, options.CatalogueTtl);
    }

    public string Dialect => MesoignerAdapterFactory.Name;

    public int TargetsPerPull => 25;

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    public async IAsyncEnumerable<PullResult> PullAsync(PullRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var asked = request.Targets.Select(static target => (Target: target, Key: PathKeys.Require(target, CenterKey))).ToList();
        var ids = asked.Where(static pair => pair.Key.IsSuccess).Select(static pair => pair.Key.Value).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Outcome<IReadOnlyDictionary<string, MesoignerCenter>> centers = ids.Count > 0
            ? await _catalogue.FindAsync(ids, cancellationToken)
            : new Dictionary<string, MesoignerCenter>();
        foreach (var (target, key) in asked)
        {
            if ((key.Error ?? centers.Error) is { } error)
            {
                yield return new PullResult(target, error);
                continue;
            }

            // Both outcomes are successes here.
            var center = centers.Value!.GetValueOrDefault(key.Value!);
            foreach (var outcome in await PullTargetAsync(target, key.Value!, center, request.Window, cancellationToken))
            {
                yield return new PullResult(target, outcome);
            }
        }
    }

    private async ValueTask<IReadOnlyList<Outcome<Snapshot>>> PullTargetAsync(
        PullTarget target,
        string id,
        MesoignerCenter? center,
        TimeWindow window,
        CancellationToken cancellationToken)
    {
        if (target.Place is not { } place)
        {
            return [new HubError(HubErrorCode.DirectoryKeyMissing, "The directory has no place for this owner and center.")];
        }

        if (PlaceZone.Resolve(place.TimeZone, place.PostalCode ?? PostalCodes.Normalize(center?.PostalCode)) is not { } zone)
        {
            return [new HubError(HubErrorCode.VendorInvalidValue, "The time zone of the place is unknown.")];
        }

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
        var last = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(window.To, zone).DateTime);
        var from = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(window.From, zone).DateTime);
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
