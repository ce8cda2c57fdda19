using System.Text.Json;

using Sas.Interop.Adapters.FhirStandard;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.FhirStandard;

/// <summary>Pulls through the dialect as the hub does.</summary>
internal static class FhirPulls
{
    public static Task<IReadOnlyList<PullResult>> PullAsync(string json, params OwnerKey[] owners) =>
        PullAsync(new ScriptedHttpHandler().Json("/fhir/", json), "{}", owners);

    public static async Task<IReadOnlyList<PullResult>> PullAsync(HttpMessageHandler handler, string options, params OwnerKey[] owners)
    {
        var results = new List<PullResult>();
        await using var adapter = Adapter(handler, options);
        PullTarget[] targets = [.. (owners.Length == 0 ? [FhirSamples.Owner] : owners).Select(static owner => new PullTarget { Owner = owner })];
        await foreach (var result in ((ISlotSource)adapter).PullAsync(new PullRequest(targets, FhirSamples.Window), CancellationToken.None))
        {
            results.Add(result);
        }

        return results;
    }

    /// <summary>The only snapshot of a pull that must give nothing else.</summary>
    public static async Task<Snapshot> SnapshotAsync(string json, params OwnerKey[] owners)
    {
        var results = await PullAsync(json, owners);
        Assert.That(results, Has.Count.EqualTo(1));
        Assert.That(results[0].Outcome.Error, Is.Null);
        return results[0].Outcome.Value ?? throw new AssertionException("No snapshot.");
    }

    public static IVendorAdapter Adapter(HttpMessageHandler handler, string options = "{}", string? authorization = null, params string[] allowedHosts)
    {
        using var parsed = JsonDocument.Parse(options);
        return new FhirStandardAdapterFactory().Create(new VendorContext
        {
            VendorId = "acme",
            BaseUrl = new Uri("https://vendor.example/fhir"),
            AllowedHosts = allowedHosts,
            Options = parsed.RootElement.Clone(),
            Secrets = authorization is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["authorization"] = authorization },
            Limits = new VendorLimits { Retries = 0, RequestsPerSecond = 1000 },
            Transport = new HttpMessageInvoker(handler),
            Time = new ManualTimeProvider(FhirSamples.Now),
            Jitter = static () => 0.5,
        });
    }

    public static IReadOnlyList<OfferedSlot> Slots(Snapshot? snapshot) => [.. (snapshot?.Schedules ?? []).SelectMany(static schedule => schedule.Slots)];

    /// <summary>All that a snapshot says, as text, so that two can be compared.</summary>
    public static string Describe(Snapshot? snapshot) => snapshot is null
        ? "none"
        : string.Join('\n', snapshot.Schedules.SelectMany(static schedule => schedule.Slots.Select(slot => $"{schedule.Place} {slot.Start:O} {slot.End:O} {slot.VendorKey} {Describe(slot.Kind)}"))
            .Append($"{snapshot.Coverage} {snapshot.Owner?.Family} {string.Join(' ', snapshot.Owner?.Given ?? [])} {snapshot.DataTime} {snapshot.Tally}"));

    private static string Describe(SlotKind kind) =>
        $"{kind.Types} {kind.Consultations} {kind.Mode} {kind.BookingUrl} {string.Join('+', kind.Reasons)} {string.Join('+', kind.Specialties)} {string.Join('+', kind.Communities)}";
}
