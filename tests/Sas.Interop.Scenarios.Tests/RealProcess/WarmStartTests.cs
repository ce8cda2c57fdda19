using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

using Sas.Interop.MockVendors;

namespace Sas.Interop.Scenarios.Tests.RealProcess;

/// <summary>A hub that ended, in whatever way, serves at once what it knew, and says how old it is.</summary>
[Parallelizable]
internal sealed partial class WarmStartTests
{
    private const string OwnerA = "810000000017";
    private const string OwnerB = "810000000025";

    [Test]
    public async Task Start_AfterAKillWithTheVendorHung_ServesAtOnceWithItsAge()
    {
        using var files = new Workspace();
        await using var vendor = await VendorAsync(files, staleAfter: "00:00:04");
        await using (var first = HubProcess.Start(files.Start("--Hub:WarmStart:Every=00:00:01", "--Serilog:MinimumLevel:Default=Debug")))
        {
            using var client = HubClient.Of(await first.AddressAsync());
            await client.SlotsAsync(OwnerA, 5);
            await client.SlotsAsync(OwnerB, 7);
            vendor.Suffer(MockFault.Hang);
            await client.StateIsAsync("a", "failing VendorTimeout");

            // Written once more after the last poll that brought an answer: what is on disk is all that was known.
            var written = first.Output.Count("Snapshot written");
            await Eventually.TrueAsync(() => first.Output.Count("Snapshot written") > written || HasRested(files), "the last snapshot");
        }

        await using var second = HubProcess.Start(files.Start());
        var address = await second.AddressAsync();
        using var again = HubClient.Of(address);
        Assert.That((await again.SearchAsync(OwnerA)).Slots, Is.EqualTo(5), "the first search after the start");
        Assert.That((await again.SearchAsync(OwnerB)).Slots, Is.EqualTo(7));
        Assert.That(second.Output.Count("Warm start from a snapshot"), Is.EqualTo(1));

        using var http = new HttpClient { BaseAddress = address };
        await Eventually.TrueAsync(async () => (await AgedAsync(http)).Codes.Contains("transient"), "slots that are said to be stale");
        var (slots, age, codes) = await AgedAsync(http);
        Assert.That((slots, codes), Is.EqualTo((5, "transient")));
        Assert.That(age, Is.GreaterThanOrEqualTo(4));
        Assert.That(await again.StateAsync("a"), Does.StartWith("failing").Or.EqualTo("never-answered"));
    }

    [Test]
    public async Task Start_AfterDropAfterHasPassed_ServesNothingAndNamesTheVendor()
    {
        using var files = new Workspace();
        await using var vendor = await VendorAsync(files, staleAfter: "00:00:01", dropAfter: "00:00:03");
        await RunAndStopAsync(files);
        vendor.Suffer(MockFault.Hang);
        await Eventually.TrueAsync(() => TimeProvider.System.GetUtcNow() - Written(files) > TimeSpan.FromSeconds(4), "the snapshot to be old");

        await using var second = HubProcess.Start(files.Start());
        using var http = new HttpClient { BaseAddress = await second.AddressAsync() };

        var (slots, _, codes) = await AgedAsync(http);
        Assert.That((slots, codes), Is.EqualTo((0, "incomplete")));
    }

    [Test]
    public async Task Terminate_ChangesSinceTheLastSnapshot_AreWrittenAndServedAfterTheStart()
    {
        using var files = new Workspace();
        await using var vendor = await VendorAsync(files, staleAfter: "01:00:00");
        await RunAndStopAsync(files);
        vendor.Suffer(MockFault.Hang);

        await using var second = HubProcess.Start(files.Start());
        using var client = HubClient.Of(await second.AddressAsync());

        Assert.That((await client.SearchAsync(OwnerA)).Slots, Is.EqualTo(5));
        Assert.That((await client.SearchAsync(OwnerB)).Slots, Is.EqualTo(7));
    }

    [Test]
    public async Task Start_DamagedSnapshot_StartsColdAndSaysSo()
    {
        using var files = new Workspace();
        await using var vendor = await VendorAsync(files, staleAfter: "01:00:00");
        await RunAndStopAsync(files);
        var bytes = await File.ReadAllBytesAsync(Snapshot(files));
        await File.WriteAllBytesAsync(Snapshot(files), bytes[..^40]);

        await using var second = HubProcess.Start(files.Start());
        using var client = HubClient.Of(await second.AddressAsync());

        await second.LineAsync(static line => line.Contains("Cold start: 'warm-start.bin' ends before its end", StringComparison.Ordinal), "why the start is cold");
        await client.SlotsAsync(OwnerA, 5);
    }

    [Test]
    public async Task Start_AfterTheSandbox_KeepsMockedSlotsInTheSandboxOnly()
    {
        using var files = new Workspace();
        await using (var first = HubProcess.Start(Sandbox(files, enabled: true)))
        {
            using var client = HubClient.Of(await first.AddressAsync());
            await client.SettledAsync();
            await first.TerminateAsync();
            Assert.That(await first.ExitAsync(TimeSpan.FromSeconds(10)), Is.Zero);
        }

        await using (var second = HubProcess.Start(Sandbox(files, enabled: true)))
        {
            Assert.That(await KeptAsync(second), Is.GreaterThan(20));
        }

        await using var third = HubProcess.Start(Sandbox(files, enabled: false));
        Assert.That(await KeptAsync(third), Is.Zero);
    }

    [TestCase("--Hub:WarmStart:Every=00:00:00", "Every")]
    [TestCase("--Hub:WarmStart:Every=often", "Every")]
    [TestCase("--Hub:WarmStart:MaxBytes=1", "MaxBytes")]
    public async Task Start_SettingOutOfBounds_EndsWithTheFault(string setting, string named)
    {
        using var files = new Workspace();
        await using var vendor = await VendorAsync(files, staleAfter: "01:00:00");
        await using var hub = HubProcess.Start(files.Start(setting));

        Assert.That(await hub.ExitAsync(TimeSpan.FromSeconds(30)), Is.EqualTo(2));
        Assert.That(hub.Errors.Text, Does.Contain(named));
    }

    // Killed hubs leave the snapshot of the stop before: the rhythm is longer than the test.
    private static HubStart Sandbox(Workspace files, bool enabled) => new(
        files.Root,
        ["--urls", "http://127.0.0.1:0", "--Hub:WarmStart:Every=01:00:00", "--Hub:Log:FilesKept=0", $"--Hub:DataFolder={files.PathOf("data")}", $"--Hub:Sandbox:Enabled={enabled}"]);

    private static async Task<int> KeptAsync(HubProcess hub)
    {
        var line = await hub.LineAsync(static line => line.Contains("Warm start from a snapshot", StringComparison.Ordinal), "a warm start");
        return int.Parse(Owners().Match(line).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static async Task RunAndStopAsync(Workspace files)
    {
        // The rhythm is longer than the test: only the stop can have written it.
        await using var hub = HubProcess.Start(files.Start("--Hub:WarmStart:Every=01:00:00"));
        using var client = HubClient.Of(await hub.AddressAsync());
        await client.SlotsAsync(OwnerA, 5);
        await client.SlotsAsync(OwnerB, 7);
        Assert.That(File.Exists(Snapshot(files)), Is.False);
        await hub.TerminateAsync();
        Assert.That(await hub.ExitAsync(TimeSpan.FromSeconds(10)), Is.Zero, hub.Errors.Text + hub.Output.Text);
        Assert.That(File.Exists(Snapshot(files)));
    }

    private static async Task<MockedVendor> VendorAsync(Workspace files, string staleAfter, string dropAfter = "02:00:00")
    {
        var vendor = await MockedVendor.StartAsync("a", "sas-fhir", FhirFeed.Write(files.PathOf("a"), [FeedOwner.Of(OwnerA, 5), FeedOwner.Of(OwnerB, 7)]));
        var entry = ConfigFiles.Vendor(vendor);
        entry["freshness"] = new JsonObject { ["staleAfter"] = staleAfter, ["dropAfter"] = dropAfter };
        await File.WriteAllTextAsync(files.AdaptersFile, ConfigFiles.Adapters(entry));
        await File.WriteAllTextAsync(files.DirectoryFile, ConfigFiles.Directory(ConfigFiles.Linked(OwnerA, "a"), ConfigFiles.Linked(OwnerB, "a")));
        return vendor;
    }

    private static string Snapshot(Workspace files) => files.PathOf("data/warm-start.bin");

    private static DateTimeOffset Written(Workspace files) => File.GetLastWriteTimeUtc(Snapshot(files));

    private static bool HasRested(Workspace files) => TimeProvider.System.GetUtcNow() - Written(files) > TimeSpan.FromSeconds(2);

    /// <summary>Slots, the header <c>Age</c>, and the codes of what the answer says is missing.</summary>
    private static async Task<(int Slots, double Age, string Codes)> AgedAsync(HttpClient http)
    {
        var from = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).AddDays(1);
        using var response = await http.GetAsync(
            "fhir/Slot?_include=Slot:schedule&_include:iterate=Schedule:actor&status=free"
            + $"&schedule.actor:Practitioner.identifier=urn:oid:1.2.250.1.71.4.2.1%7C{OwnerA}&start=ge{Text(from)}&start=le{Text(from.AddDays(2))}");
        using var bundle = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var resources = bundle.RootElement.TryGetProperty("entry", out var entries)
            ? entries.EnumerateArray().Select(static entry => entry.GetProperty("resource")).ToArray()
            : [];
        var codes = resources.Where(static resource => resource.GetProperty("resourceType").ValueEquals("OperationOutcome"u8))
            .SelectMany(static outcome => outcome.GetProperty("issue").EnumerateArray())
            .Select(static issue => issue.GetProperty("code").GetString());
        return (
            resources.Count(static resource => resource.GetProperty("resourceType").ValueEquals("Slot"u8)),
            response.Headers.Age?.TotalSeconds ?? -1,
            string.Join(' ', codes));
    }

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"old: '?([0-9]+)'? owners")]
    private static partial Regex Owners();
}
