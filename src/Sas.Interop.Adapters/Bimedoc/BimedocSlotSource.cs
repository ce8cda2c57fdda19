using System.Runtime.CompilerServices;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Bimedoc;

/// <summary>Pulls free slots of pharmacies that speak the <c>bimedoc</c> dialect: the national list tells who has slots, then one call for each of those.</summary>
internal sealed class BimedocSlotSource : IVendorAdapter, ISlotSource
{
    public const string PharmacyKey = "pharmacy";

    public const string PartnerKeySecret = "partnerKey";

    private readonly VendorContext _context;
    private readonly BimedocOptions _options;
    private readonly VendorHttp _http;
    private readonly BimedocCatalogue _catalogue;

    public BimedocSlotSource(VendorContext context, BimedocOptions options)
    {
        _context = context;
        _options = options;
        var headers = new List<KeyValuePair<string, string>> { new("Accept", "application/json") };
        if (context.Secrets.TryGetValue(PartnerKeySecret, out var partnerKey))
        {
            headers.Add(new("Authorization", $"Partner {partnerKey}"));
        }

        _http = new VendorHttp(context, headers);
        _catalogue = new BimedocCatalogue(_http, context.BaseUrl, options.CatalogueTtl);
    }

    public string Dialect => BimedocAdapterFactory.Name;

    public int TargetsPerPull => 25;

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    public async IAsyncEnumerable<PullResult> PullAsync(PullRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var asked = request.Targets.Select(static target => (Target: target, Key: PathKeys.Require(target, PharmacyKey))).ToList();
        var ids = asked.Select(static pair => pair.Key.Value).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var listed = ids.Count > 0 ? await _catalogue.ListedAsync(ids, request.Window, cancellationToken) : ids;
        foreach (var (target, key) in asked)
        {
            // A key is there, and a list too, where there is no error.
            yield return new PullResult(
                target,
                (key.Error ?? listed.Error) is { } error
                    ? error
                    : await PullTargetAsync(target, key.Value!, listed.Value!.Contains(key.Value!), request.Window, cancellationToken));
        }
    }

    private async ValueTask<Outcome<Snapshot>> PullTargetAsync(
        PullTarget target,
        string id,
        bool listed,
        TimeWindow window,
        CancellationToken cancellationToken)
    {
        if (target.Place is not { } place)
        {
            return new HubError(HubErrorCode.DirectoryKeyMissing, "The directory has no place for this owner and pharmacy.");
        }

        if (PlaceZone.Resolve(place.TimeZone, place.PostalCode) is not { } zone)
        {
            return new HubError(HubErrorCode.VendorInvalidValue, "The time zone of the place is unknown.");
        }

        if (!listed)
        {
            return BimedocMapper.Compose(target, id, window, null, _options);
        }

        var reading = await _http.CallAsync(
            VendorCall.Get(BimedocLinks.Slots(_context.BaseUrl, id, window, zone)),
            (answer, token) => BimedocReading.ReadAsync(answer, zone, _options.ZMeans, token),
            cancellationToken);
        return reading.IsSuccess ? BimedocMapper.Compose(target, id, window, reading.Value, _options) : reading.Error;
    }
}
