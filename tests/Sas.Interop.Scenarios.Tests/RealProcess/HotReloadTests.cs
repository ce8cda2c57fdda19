using System.Globalization;

namespace Sas.Interop.Scenarios.Tests.RealProcess;

/// <summary>Files are edited while searches run: nothing fails, nothing restarts, and the last good content stays.</summary>
[Parallelizable]
internal sealed class HotReloadTests
{
    private const int Edits = 100;
    private const string Steady = "810000000017";
    private const string Switched = "810000000025";
    private static readonly TimeSpan BetweenEdits = TimeSpan.FromMilliseconds(60);

    // Long enough for a content to be judged, so that faulty ones are refused and not only overtaken.
    private static readonly TimeSpan Judged = TimeSpan.FromMilliseconds(300);

    [Test]
    public async Task Edit_AHundredTimesWhileSearchesRun_NoSearchFailsAndTheLastGoodContentStays()
    {
        using var files = new Workspace();
        await using var a = await MockedVendor.StartAsync("a", "sas-fhir", FhirFeed.Write(files.PathOf("a"), [FeedOwner.Of(Steady, 4)]));
        await using var b = await MockedVendor.StartAsync("b", "sas-fhir", FhirFeed.Write(files.PathOf("b"), [FeedOwner.Of(Switched, 6)]));
        var (on, off) = (Content(a, b, enabled: true), Content(a, b, enabled: false));
        await File.WriteAllTextAsync(files.AdaptersFile, on);
        await File.WriteAllTextAsync(files.DirectoryFile, ConfigFiles.Directory(ConfigFiles.Linked(Steady, "a"), ConfigFiles.Linked(Switched, "b")));
        await using var hub = HubProcess.Start(files.Start());
        using var client = HubClient.Of(await hub.AddressAsync());
        await client.SlotsAsync(Steady, 4);
        await client.SlotsAsync(Switched, 6);
        using var searches = new SearchLoop(client, Steady);

        for (var edit = 0; edit < Edits; edit++)
        {
            var enabled = edit / 20 % 2 == 1;
            await EditAsync(files, edit, enabled ? on : off);
            if (edit % 20 == 19)
            {
                // The last of each twenty is good, and is seen without a restart.
                await client.SlotsAsync(Switched, enabled ? 6 : 0);
                Assert.That(await client.StateAsync("b"), enabled ? Is.EqualTo("ok").Or.EqualTo("never-answered") : Is.Null);
            }
        }

        Assert.That(hub.Output.Count("The new content of adapters.json is not used"), Is.GreaterThan(5), "Most faulty contents stood long enough to be refused.");
        await File.WriteAllTextAsync(files.AdaptersFile, on);
        await client.SlotsAsync(Switched, 6);
        var refused = hub.Output.Count("is not used");
        await File.WriteAllTextAsync(files.AdaptersFile, "{ this is no configuration");
        await Eventually.TrueAsync(() => hub.Output.Count("is not used") > refused, "the refusal of a malformed file");
        await File.WriteAllTextAsync(files.AdaptersFile, off.Replace("\"sas-fhir\"", "\"no-such-dialect\"", StringComparison.Ordinal));
        await hub.LineAsync(static line => line.Contains("$.vendors[0].adapter", StringComparison.Ordinal), "the path of a fault");

        Assert.That((await client.SearchAsync(Switched)).Slots, Is.EqualTo(6), "The last good content stays.");
        await searches.StopAsync();
        Assert.That(searches.Wrong, Is.Empty);
        Assert.That(searches.Answered, Is.GreaterThan(Edits));
        Assert.That(hub.HasExited, Is.False);
        Assert.That(hub.Output.Count("Vendor 'a' speaks"), Is.EqualTo(1), "A vendor whose entry did not change goes on.");
        Assert.That(hub.Output.Count("Now listening on"), Is.EqualTo(1));
    }

    [Test]
    public async Task EditDirectory_WhileSearchesRun_GoodContentsAreTakenAndFaultyOnesAreNot()
    {
        using var files = new Workspace();
        await using var a = await MockedVendor.StartAsync(
            "a", "sas-fhir", FhirFeed.Write(files.PathOf("a"), [FeedOwner.Of(Steady, 4), FeedOwner.Of(Switched, 6)]));
        await File.WriteAllTextAsync(files.AdaptersFile, ConfigFiles.Adapters(ConfigFiles.Vendor(a)));
        await File.WriteAllTextAsync(files.DirectoryFile, ConfigFiles.Directory(ConfigFiles.Linked(Steady, "a")));
        await using var hub = HubProcess.Start(files.Start());
        using var client = HubClient.Of(await hub.AddressAsync());
        await client.SlotsAsync(Steady, 4);
        Assert.That((await client.SearchAsync(Switched)).Slots, Is.Zero, "Nobody linked this practitioner yet.");
        using var searches = new SearchLoop(client, Steady);

        await ReplaceAsync(files.DirectoryFile, ConfigFiles.Directory(ConfigFiles.Linked(Steady, "a"), ConfigFiles.Linked(Switched, "a")));
        await client.SlotsAsync(Switched, 6);
        await File.WriteAllTextAsync(files.DirectoryFile, """{"practitioners":[{"id":"nobody"}]}""");
        await hub.LineAsync(static line => line.Contains("The new content of the directory is not used", StringComparison.Ordinal), "the refusal of a faulty directory");
        Assert.That((await client.SearchAsync(Switched)).Slots, Is.EqualTo(6));
        File.Delete(files.DirectoryFile);
        await File.WriteAllTextAsync(
            files.DirectoryFile,
            ConfigFiles.Directory(ConfigFiles.Linked(Steady, "a"), ConfigFiles.Linked(Switched, "a", refuses: true)));
        await client.SlotsAsync(Switched, 0);

        await searches.StopAsync();
        Assert.That(searches.Wrong, Is.Empty);
        Assert.That(hub.HasExited, Is.False);
    }

    private static string Content(MockedVendor a, MockedVendor b, bool enabled) =>
        ConfigFiles.Adapters(ConfigFiles.Vendor(a), ConfigFiles.Vendor(b, enabled));

    /// <summary>One edit, in one of the ways in which editors and people write; each twentieth is a plain good one.</summary>
    private static async Task EditAsync(Workspace files, int edit, string good)
    {
        var path = files.AdaptersFile;
        var marked = $"// {edit.ToString(CultureInfo.InvariantCulture)}\n{good}";
        switch (edit % 5)
        {
            case 0:
                await File.WriteAllTextAsync(path, marked.Replace("\"enabled\"", "\"enabeld\"", StringComparison.Ordinal));
                await PauseAsync(Judged);
                break;
            case 1:
                await File.WriteAllTextAsync(path, marked[..(marked.Length / 2)]);
                break;
            case 2:
                await ReplaceAsync(path, marked);
                break;
            case 3:
                File.Delete(path);
                await PauseAsync();
                await File.WriteAllTextAsync(path, marked);
                break;
            default:
                await File.WriteAllTextAsync(path, marked[..(marked.Length / 3)]);
                await PauseAsync();
                await File.WriteAllTextAsync(path, marked);
                break;
        }

        await PauseAsync();
    }

    private static async Task ReplaceAsync(string path, string content)
    {
        await File.WriteAllTextAsync(path + ".new", content);
        File.Move(path + ".new", path, overwrite: true);
    }

    private static Task PauseAsync(TimeSpan? pause = null) => Task.Delay(pause ?? BetweenEdits, TimeProvider.System, CancellationToken.None);
}
