using System.Diagnostics.Metrics;
using System.Text;

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Configuration.Directories;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Fhir.Read;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Availability;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Fhir.Read;

/// <summary>
/// Reads and searches around the real index: a practitioner with two places, one who is only listed, an association with one place, and communities of which one is
/// only listed.
/// </summary>
internal sealed class ReadRig : IDisposable
{
    public const string Base = "http://hub.example/fhir";
    public const string OtherFiness = "1750000026";
    public static readonly OwnerKey Association = OwnerKey.Create(OwnerKind.Association, "310000000000011");
    public static readonly Cpts Community = new("1750000018", "CPTS du Parc", "+33199001133");
    public static readonly PlaceDetails OtherPlace = Some.Place with { Key = "p2", Line = "2 rue du \"Lac\"", Name = null, Phone = null };
    public static readonly SlotKind CommunityKind = Some.PublicKind with { Types = SlotTypes.Cpts, Communities = [Community] };
    private readonly ServiceProvider _metrics = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly SearchAnswers _answers;
    private readonly ReadEndpoints _reads;
    private readonly PlainEndpoints _plain;
    private readonly SearchEndpoints _contract;

    public ReadRig()
    {
        Index = new AvailabilityIndex(Clock, new VendorStatusBoard(Clock), NullLogger<AvailabilityIndex>.Instance);
        Preferences = new PreferenceBoard(Clock);
        _answers = new SearchAnswers(Index, Directory, new NoVendors(), Preferences, Marketplace);
        var resources = new ServedResources(Index, Directory, Preferences, Marketplace, Clock);
        var address = new BaseAddress(null);
        _reads = new ReadEndpoints(resources, new SlotReader(_answers, Clock), Clock);
        _contract = new SearchEndpoints(_answers, address, new NoRefresher(), new SearchClock(Clock, new SearchMeters(_metrics.GetRequiredService<IMeterFactory>())), Options.Create(new SearchOptions()));
        _plain = new PlainEndpoints(new PlainSearch(resources), _contract, address, Clock);
        Fill();
    }

    public ManualTimeProvider Clock { get; } = new(Some.Now);

    public AvailabilityIndex Index { get; }

    public PreferenceBoard Preferences { get; }

    public MarketplaceBoard Marketplace { get; } = new();

    public ListedOwners Directory { get; } = new();

    /// <summary>Ids of slots, by owner and start.</summary>
    public IReadOnlyList<string> SlotIds(OwnerKey owner) =>
        [.. Index.Find(owner)?.Places.SelectMany(static place => place.Slots).OrderBy(static slot => slot.Start).Select(slot => $"{owner}-{slot.Id:x16}") ?? []];

    /// <summary>Ids of places, in the order in which the owner has them.</summary>
    public IReadOnlyList<string> PlaceIds(OwnerKey owner) => [.. Index.Find(owner)?.Places.Select(place => $"{owner}-{place.Id}") ?? []];

    public Task<Reply> ReadAsync(ServedType type, string? id, string method = "GET", params (string Name, string Value)[] headers)
    {
        var context = Context(method, $"/fhir/{type}/id", headers);
        context.Request.RouteValues[ReadEndpoints.Id] = id;
        return SendAsync(context, context => _reads.ReadAsync(context, type));
    }

    public Task<Reply> FindAsync(string search, params (string Name, string Value)[] headers)
    {
        var (path, query) = (search.Split('?')[0], search[search.IndexOf('?', StringComparison.Ordinal)..]);
        var context = Context("GET", "/fhir/" + path, headers);
        context.Request.QueryString = new QueryString(query);
        return SendAsync(context, context => path == "Slot" ? _contract.SearchSlotsAsync(context) : _plain.GetAsync(context, Enum.Parse<ServedType>(path)));
    }

    public Task<Reply> PostAsync(ServedType type, string form)
    {
        var context = Context("POST", $"/fhir/{type}/_search");
        context.Request.ContentType = "application/x-www-form-urlencoded";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(form));
        return SendAsync(context, context => _plain.PostAsync(context, type));
    }

    /// <summary>The three searches of the contract over everybody here.</summary>
    public async Task<Reply> SearchAsync(SlotFlow flow)
    {
        const string slots = "Slot?_include=Slot:schedule&_include:iterate=Schedule:actor&start=ge2026-03-02&start=le2026-03-09&status=free&schedule.actor:Practitioner.identifier=810000000017";
        return await FindAsync(flow switch
        {
            SlotFlow.Individual => slots,
            SlotFlow.Community => slots + "&_include=Slot:service-type-reference&_include:iterate=HealthcareService:organization",
            _ => "Schedule?_revinclude=Slot:schedule&_include=Schedule:actor:Location&_include:iterate=Location:organization&_has:Slot:schedule:start=ge2026-03-02"
                + $"&_has:Slot:schedule:start=le2026-03-09&_has:Slot:schedule:status=free&actor:Location.organization.identifier={Association}",
        });
    }

    public void Apply(Snapshot snapshot, string vendor = "vendor-a") => Index.Apply(Some.Vendor(vendor), snapshot, Clock.GetUtcNow());

    public void Dispose()
    {
        _answers.Dispose();
        _metrics.Dispose();
    }

    private void Fill()
    {
        Directory.Owners[Some.OtherOwner] = new DirectoryOwner(new OwnerDetails("DURAND", ["Zoé"], null), [], [], RefusesSlots: false);
        Directory.Known[OtherFiness] = new Cpts(OtherFiness, "CPTS du Lac", null);
        Apply(Agenda());
        Apply(new Snapshot
        {
            Coverage = new Coverage(Association, null, new TimeWindow(Some.Now, Some.Now.AddHours(96)), Complete: true),
            Schedules = [new ScheduleSlots(Some.Place with { Name = null }, [Some.Slot(1), Some.Slot(2, CommunityKind with { Types = SlotTypes.Public | SlotTypes.Cpts | SlotTypes.Professional })])],
            Owner = new OwnerDetails("SOS Médecins \\ Paris", [], "+33199001144"),
        });
    }

    /// <summary>Two public slots, one that a community sees too, one that it sees alone.</summary>
    public static Snapshot Agenda(params OfferedSlot[] more) => Some.Snapshot(Some.Owner, []) with
    {
        Schedules =
        [
            new ScheduleSlots(Some.Place, [Some.Slot(1), Some.Slot(3, CommunityKind with { Types = SlotTypes.Public | SlotTypes.Cpts }), .. more]),
            new ScheduleSlots(OtherPlace, [Some.Slot(2), Some.Slot(4, CommunityKind)]),
        ],
    };

    private static DefaultHttpContext Context(string method, string path, params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("hub.example");
        context.Request.Path = new PathString(path);
        context.Response.Body = new MemoryStream();
        foreach (var (name, value) in headers)
        {
            context.Request.Headers.Append(name, value);
        }

        return context;
    }

    private static async Task<Reply> SendAsync(HttpContext context, RequestDelegate endpoint)
    {
        await endpoint(context);
        await context.Response.BodyWriter.FlushAsync();
        return new Reply(context.Response.StatusCode, context.Response.Headers, Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()));
    }

    private sealed class NoVendors : IVendorCatalog
    {
        public IReadOnlyDictionary<string, VendorModel> Current { get; } = new Dictionary<string, VendorModel>();
    }

    private sealed class NoRefresher : IOwnerRefresher
    {
        public Task RefreshAsync(IReadOnlyList<OwnerKey> owners, TimeSpan maxAge, TimeSpan within, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
