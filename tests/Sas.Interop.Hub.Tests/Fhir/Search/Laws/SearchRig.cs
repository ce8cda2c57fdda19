using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

using Microsoft.Extensions.Logging.Abstractions;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Configuration.Directories;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Fhir.Search.Laws;

/// <summary>The index and the search over it, without HTTP.</summary>
internal sealed class SearchRig : IDisposable, IDirectoryLookup, IVendorCatalog
{
    private static readonly byte[] Base = "http://hub.example/fhir"u8.ToArray();
    private readonly SearchAnswers _answers;

    public SearchRig()
    {
        Time = new ManualTimeProvider(new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero));
        Index = new AvailabilityIndex(Time, new VendorStatusBoard(Time), NullLogger<AvailabilityIndex>.Instance);
        Preferences = new PreferenceBoard(Time);
        _answers = new SearchAnswers(Index, this, this, Preferences, Marketplace);
    }

    public ManualTimeProvider Time { get; }

    public AvailabilityIndex Index { get; }

    public PreferenceBoard Preferences { get; }

    public MarketplaceBoard Marketplace { get; } = new();

    public IReadOnlyDictionary<string, Cpts> Communities { get; } = new Dictionary<string, Cpts>();

    public IReadOnlyDictionary<string, VendorModel> Current { get; } = new Dictionary<string, VendorModel>();

    public DirectoryOwner? Find(OwnerKey owner) => null;

    public IReadOnlyList<OwnerLink> LinksOf(OwnerKey owner) => [];

    public IReadOnlyList<Cpts> CommunitiesOf(OwnerKey owner) => [];

    public IReadOnlyList<OwnerKey> MembersOf(string finess) => [];

    /// <summary>The bytes of an answer; fails when they are not as many as were promised.</summary>
    public async Task<byte[]> SearchAsync(string query, SearchKind kind = SearchKind.Slot)
    {
        var answer = _answers.Rent();
        try
        {
            answer.Query.Clear(kind);
            SearchParser.Read(answer.Query, query, strict: true);
            SearchParser.Complete(answer.Query);
            Assert.That(answer.Query.Faults, Is.Null);
            answer.Survey.Run(answer.Query, Base, Time.GetUtcNow(), null);
            var promised = answer.Prepare(Encoding.ASCII.GetBytes("http://hub.example/fhir/Slot"), null);
            using var stream = new MemoryStream();
            var pipe = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
            await answer.WriteAsync(Base, pipe, CancellationToken.None);
            await pipe.CompleteAsync();
            Assert.That(stream.Length, Is.EqualTo(promised), "the length that was promised");
            return stream.ToArray();
        }
        finally
        {
            _answers.Return(answer);
        }
    }

    /// <summary>The slots of an INT_R01 or INT_R04 answer, each followed to its place; fails when a reference leads nowhere.</summary>
    public async Task<IReadOnlyList<ShownSlot>> ShownAsync(string query)
    {
        using var bundle = JsonDocument.Parse(await SearchAsync(query));
        var root = bundle.RootElement;
        var resources = root.TryGetProperty("entry", out var entries)
            ? entries.EnumerateArray().Select(static entry => entry.GetProperty("resource")).ToArray()
            : [];
        var byId = resources.ToDictionary(static resource => $"{resource.GetProperty("resourceType").GetString()}/{resource.GetProperty("id").GetString()}");
        var shown = new List<ShownSlot>();
        foreach (var slot in resources.Where(static resource => resource.GetProperty("resourceType").GetString() == "Slot"))
        {
            var schedule = byId[Text(slot.GetProperty("schedule"), "reference")];
            var actors = schedule.GetProperty("actor").EnumerateArray().Select(static actor => Text(actor, "reference")).ToArray();
            var role = byId[actors[1]];
            shown.Add(new ShownSlot(
                Text(byId[actors[0]], "id"),
                Text(role.GetProperty("contained")[0].GetProperty("address").GetProperty("line")[0]),
                slot.GetProperty("start").GetDateTimeOffset(),
                slot.GetProperty("end").GetDateTimeOffset(),
                string.Join(' ', slot.GetProperty("meta").GetProperty("security").EnumerateArray().Select(static coding => Text(coding, "code"))),
                slot.TryGetProperty("appointmentType", out var mode) ? Text(mode.GetProperty("coding")[0], "code") : ""));
        }

        Assert.That(root.GetProperty("total").GetInt32(), Is.EqualTo(shown.Count));
        return shown;
    }

    public void Dispose() => _answers.Dispose();

    private static string Text(JsonElement parent, string name) => Text(parent.GetProperty(name));

    private static string Text(JsonElement value) => value.GetString() ?? throw new InvalidOperationException("No text.");
}
