using System.Text;
using System.Text.Json.Nodes;

using Sas.Interop.Adapters.FhirStandard.Push;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.FhirStandard;

/// <summary>The examples of the national guide, read where they stand beside the repository; they are never part of it.</summary>
[TestFixture]
[Parallelizable]
internal sealed class OfficialExamplesTests
{
    [Test]
    public async Task PullAsync_ExampleOfPractitioners_GivesItsFourSlots()
    {
        var json = Read("Bundle-ExampleBundlePSIndiv.json");
        var owners = Owners(json, "Practitioner", OwnerKind.Practitioner);
        var results = await PullAsync(json, "2021-11-01", owners);

        Assert.That(owners, Has.Length.EqualTo(2));
        Assert.That(results.Select(static result => result.Outcome.Error), Is.All.Null);
        Assert.That(results.Sum(static result => FhirPulls.Slots(result.Outcome.Value).Count), Is.EqualTo(4));
        Assert.That(results.Sum(static result => result.Outcome.Value?.Schedules.Count), Is.EqualTo(3), "Three agendas.");
        Assert.That(results.Select(static result => result.Outcome.Value?.Tally), Is.All.EqualTo(SnapshotTally.None));
    }

    [Test]
    public async Task PullAsync_ExampleOfAssociations_GivesItsFourSlots()
    {
        var json = Read("Bundle-ExampleBundleAgregateurSOS.json");
        var owners = Owners(json, "Organization", OwnerKind.Association);
        var results = await PullAsync(json, "2023-08-17", owners);

        Assert.That(owners, Has.Length.EqualTo(2));
        Assert.That(results.Sum(static result => FhirPulls.Slots(result.Outcome.Value).Count), Is.EqualTo(4));
        Assert.That(results.Sum(static result => result.Outcome.Value?.Schedules.Count), Is.EqualTo(3), "Three places.");
    }

    [TestCase("Bundle-ExampleBundlePSIndiv.json")]
    [TestCase("Bundle-ExampleBundleAgregateurSOS.json")]
    public async Task ReadAsync_ExamplePushed_IsTakenWithoutErrors(string name)
    {
        var body = new MemoryStream(Encoding.UTF8.GetBytes(Read(name)));

        var push = await FhirPushReader.ReadAsync(body, "acme", new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero), FhirReadOptions.Default, CancellationToken.None);

        Assert.That(push.Issues.Where(static issue => issue.IsError), Is.Empty);
        Assert.That(push.Snapshots.Sum(static snapshot => FhirPulls.Slots(snapshot).Count), Is.EqualTo(4));
    }

    private static async Task<IReadOnlyList<PullResult>> PullAsync(string json, string from, OwnerKey[] owners)
    {
        await using var adapter = FhirPulls.Adapter(new ScriptedHttpHandler().Json("/fhir/", json));
        var start = new DateTimeOffset(DateTime.Parse(from, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);
        var request = new PullRequest([.. owners.Select(static owner => new PullTarget { Owner = owner })], new TimeWindow(start, start.AddDays(14)));
        return await ((ISlotSource)adapter).PullAsync(request, CancellationToken.None).ToListAsync();
    }

    private static OwnerKey[] Owners(string json, string type, OwnerKind kind) =>
    [
        .. (JsonNode.Parse(json)?["entry"]?.AsArray() ?? [])
            .Select(static entry => entry?["resource"])
            .Where(resource => resource?["resourceType"]?.GetValue<string>() == type)
            .Select(resource => OwnerKey.Create(kind, resource?["identifier"]?[0]?["value"]?.GetValue<string>() ?? string.Empty)),
    ];

    private static string Read(string name)
    {
        var folder = Environment.GetEnvironmentVariable("SAS_SHARED");
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); folder is null && at is not null; at = at.Parent)
        {
            folder = Directory.Exists(Path.Combine(at.FullName, "shared", "contract")) ? Path.Combine(at.FullName, "shared") : null;
        }

        var path = folder is null ? null : Path.Combine(folder, "contract", "examples", name);
        Assume.That(path is not null && File.Exists(path), "The official examples do not stand beside the repository.");
        return File.ReadAllText(path ?? string.Empty);
    }
}
