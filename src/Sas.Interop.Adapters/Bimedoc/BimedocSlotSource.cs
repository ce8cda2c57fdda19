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
    private readonly ListedPull<HashSet<string>> _pull;

    public BimedocSlotSource(VendorContext context, BimedocOptions options)
    {
        _context = context;
        _options = options;
        _http = new VendorHttp(
            context,
            VendorHeaders.WithSecret(context, PartnerKeySecret, static key => new("Authorization", $"Partner {key}"), VendorHeaders.AcceptJson));
        var catalogue = new BimedocCatalogue(_http, context.BaseUrl, options.CatalogueTtl);
        _pull = new(PharmacyKey, StringComparer.OrdinalIgnoreCase, catalogue.ListedAsync);
    }

    public string Dialect => BimedocAdapterFactory.Name;

    public int TargetsPerPull => 25;

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    public IAsyncEnumerable<PullResult> PullAsync(PullRequest request, CancellationToken cancellationToken) =>
        _pull.RunAsync(request, async (asked, token) => [await PullTargetAsync(asked, token)], cancellationToken);

    private async ValueTask<Outcome<Snapshot>> PullTargetAsync(ListedTarget<HashSet<string>> asked, CancellationToken cancellationToken)
    {
        var (target, id, listed, window) = asked;
        var located = DirectoryKeys.PlaceOf(target);
        if (!located.IsSuccess)
        {
            return located.Error;
        }

        if (!listed.Contains(id))
        {
            return BimedocMapper.Compose(target, id, window, null, _options);
        }

        var zone = located.Value.Zone;
        var reading = await _http.CallAsync(
            VendorCall.Get(BimedocLinks.Slots(_context.BaseUrl, id, window, zone)),
            (answer, token) => BimedocReading.ReadAsync(answer, zone, _options.ZMeans, token),
            cancellationToken);
        return reading.IsSuccess ? BimedocMapper.Compose(target, id, window, reading.Value, _options) : reading.Error;
    }
}
