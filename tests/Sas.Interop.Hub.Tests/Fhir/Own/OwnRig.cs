using System.Diagnostics.Metrics;
using System.Text;
using System.Text.RegularExpressions;

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Fhir.Own;
using Sas.Interop.Hub.Fhir.Read;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Fhir.Read;
using Sas.Interop.Hub.Tests.Polling;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Fhir.Own;

/// <summary>Searches and reads as one vendor among others makes them.</summary>
internal sealed partial class OwnRig : IDisposable, IVendorCatalog
{
    public const string Vendor = "m-own";
    public static readonly OwnerKey Shared = OwnerKey.Create(OwnerKind.Practitioner, "810000000017");
    public static readonly OwnerKey Foreign = OwnerKey.Create(OwnerKind.Practitioner, "810000000025");
    private readonly ManualTimeProvider _clock = new(Availability.Some.Now);
    private readonly ServiceProvider _metrics = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly PreferenceBoard _preferences;
    private readonly SearchAnswers _answers;
    private readonly ServedViews _views;

    public OwnRig()
    {
        Index = new AvailabilityIndex(_clock, new VendorStatusBoard(_clock), NullLogger<AvailabilityIndex>.Instance);
        _preferences = new PreferenceBoard(_clock);
        var (directory, marketplace) = (new ListedOwners(), new MarketplaceBoard());
        _answers = new SearchAnswers(Index, directory, this, _preferences, marketplace);
        var parts = new ServedParts(
            new BaseAddress("http://hub.example"), new SearchClock(_clock, new SearchMeters(_metrics.GetRequiredService<IMeterFactory>())), Options.Create(new SearchOptions()));
        var resources = new ServedResources(Index, directory, _preferences, marketplace, _clock);
        var searches = new SearchEndpoints(_answers, parts.BaseAddress, null, parts.Clock, parts.Options);
        All = new ServedView(
            searches, new ReadEndpoints(resources, new SlotReader(_answers, _clock), _clock), new PlainEndpoints(new PlainSearch(resources), searches, parts.BaseAddress, _clock));
        _views = new ServedViews(All, new OwnSources(Index, directory, _preferences, marketplace), new VendorCaller(this), parts);
    }

    public AvailabilityIndex Index { get; }

    public ServedView All { get; }

    public IReadOnlyDictionary<string, VendorModel> Current { get; } = new Dictionary<string, VendorModel>(StringComparer.Ordinal)
    {
        [Vendor] = PollSamples.Vendor(Vendor),
        ["off"] = PollSamples.Vendor("off") with { Enabled = false },
    };

    public void Refuse(OwnerKey owner) => _preferences.Set(owner, new OwnerPreference { RefusesSlots = true });

    public void Prefer(OwnerKey owner, OwnerPreference preference) => _preferences.Set(owner, preference);

    /// <returns>Status, headers and body, but for what is new in every answer.</returns>
    public async Task<string> GetAsync(string relative, CallerIdentity? caller = null)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { User = (caller ?? new CallerIdentity(Vendor, CallerRoles.Vendor, Vendor)).Principal };
        var (path, query) = relative.Split('?') is [var only] ? (only, string.Empty) : (relative.Split('?')[0], relative[relative.IndexOf('?', StringComparison.Ordinal)..]);
        context.Request.Method = "GET";
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("hub.example");
        context.Request.Path = "/fhir/" + path;
        context.Request.QueryString = new QueryString(query);
        context.Response.Body = body;
        var type = Enum.Parse<ServedType>(path.Split('/')[0]);
        if (path.Split('/') is [_, var id])
        {
            context.Request.RouteValues[ReadEndpoints.Id] = id;
            await _views.For((view, asked) => view.Reads.ReadAsync(asked, type))(context);
        }
        else
        {
            await _views.For((view, asked) => type == ServedType.Slot ? view.Searches.SearchSlotsAsync(asked) : view.Plain.GetAsync(asked, type))(context);
        }

        await context.Response.BodyWriter.FlushAsync();
        var headers = string.Join('\n', context.Response.Headers.OrderBy(static header => header.Key, StringComparer.Ordinal).Select(static header => $"{header.Key}: {header.Value}"));
        return $"{context.Response.StatusCode}\n{headers}\n\n{BundleId().Replace(Encoding.UTF8.GetString(body.ToArray()), "\"Bundle\",\"id\":\"\"")}";
    }

    public void Dispose()
    {
        _answers.Dispose();
        _metrics.Dispose();
    }

    [GeneratedRegex("\"Bundle\",\"id\":\"[^\"]*\"")]
    private static partial Regex BundleId();
}
