using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;

using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.RealProcess;

namespace Sas.Interop.Scenarios.Tests.Preferences;

/// <summary>A real process that is killed while it writes, and one that cannot use its database.</summary>
[Parallelizable]
internal sealed class KilledHubTests
{
    private const int Writers = 4;
    private const int OwnersEach = 5;
    private const int Refused = 2;

    [Test]
    public async Task Kill_BetweenAcknowledgedWrites_LosesNone()
    {
        using var files = await FilesAsync();
        var acknowledged = new ConcurrentDictionary<string, int>();
        var sent = new ConcurrentDictionary<string, int>();
        for (var round = 1; round <= 3; round++)
        {
            await using var hub = HubProcess.Start(files.Start());
            using var http = new HttpClient { BaseAddress = await hub.AddressAsync() };
            await AllAreKeptAsync(http, acknowledged, sent);
            using var enough = new CountdownEvent(100);
            var writing = Enumerable.Range(0, Writers).Select(writer => WriteUntilKilledAsync(http, writer, (acknowledged, sent), enough)).ToList();
            await Eventually.TrueAsync(() => enough.IsSet || writing.Exists(static task => task.IsFaulted), "a hundred acknowledged writes");
            hub.Kill();
            await Task.WhenAll(writing);
        }

        await using var last = HubProcess.Start(files.Start());
        using var client = new HttpClient { BaseAddress = await last.AddressAsync() };
        await AllAreKeptAsync(client, acknowledged, sent);
        Assert.That(acknowledged, Has.Count.EqualTo(Writers * OwnersEach));
    }

    [Test]
    public async Task Start_TwoHubsOnOneFile_BothWriteAndNothingIsLost()
    {
        using var files = await FilesAsync();
        await using (var one = HubProcess.Start(files.Start()))
        await using (var two = HubProcess.Start(files.Start()))
        {
            using var first = new HttpClient { BaseAddress = await one.AddressAsync() };
            using var second = new HttpClient { BaseAddress = await two.AddressAsync() };
            await Task.WhenAll(WriteAsync(first, 6_100, 20), WriteAsync(second, 6_200, 20), WriteAsync(second, 6_300, 20));
        }

        await using var last = HubProcess.Start(files.Start());
        using var client = new HttpClient { BaseAddress = await last.AddressAsync() };
        var page = JsonElement.Parse(await client.GetStringAsync(new Uri("v1/preferences", UriKind.Relative)));
        Assert.That(page.Items("items").Select(static item => item.At("version")?.GetInt32()), Is.EqualTo(Enumerable.Range(1, 60)));
    }

    [Test]
    public async Task Start_DatabaseIsSomethingElse_IsRefusedWithASentence()
    {
        using var files = await FilesAsync();
        Directory.CreateDirectory(files.PathOf("data"));
        await File.WriteAllTextAsync(files.PathOf("data/hub.db"), new string('x', 8_192));

        Assert.That(await RefusedAsync(files.Start()), Does.Contain("Hub:DataFolder").And.Contain("hub.db").And.Contain("no SQLite database"));
    }

    [Test]
    public async Task Start_DataFolderIsAFile_IsRefusedWithASentence()
    {
        using var files = await FilesAsync();
        await File.WriteAllTextAsync(files.PathOf("data"), string.Empty);

        Assert.That(await RefusedAsync(files.Start()), Does.Contain("Hub:DataFolder"));
    }

    [TestCase("Hub:Storage:Timeout", "00:00:00")]
    [TestCase("Hub:Storage:Timeout", "soon")]
    [TestCase("Hub:Storage:OpenWithin", "01:00:00")]
    [TestCase("Hub:Preferences:MaxOwners", "0")]
    [TestCase("Hub:Preferences:MaxOwners", "many")]
    public async Task Start_SettingOutOfBounds_IsRefusedByName(string setting, string value)
    {
        using var files = await FilesAsync();

        Assert.That(await RefusedAsync(files.Start($"--{setting}={value}")), Does.Contain(setting.Split(':')[^1]));
    }

    private static async Task<Workspace> FilesAsync()
    {
        var files = new Workspace();
        await File.WriteAllTextAsync(files.AdaptersFile, ConfigFiles.Adapters());
        await File.WriteAllTextAsync(files.DirectoryFile, ConfigFiles.Directory());
        return files;
    }

    private static async Task WriteUntilKilledAsync(
        HttpClient http,
        int writer,
        (ConcurrentDictionary<string, int> Acknowledged, ConcurrentDictionary<string, int> Sent) seen,
        CountdownEvent enough)
    {
        var first = seen.Sent.IsEmpty ? 0 : seen.Sent.Values.Max() + 1;
        try
        {
            for (var number = first; ; number++)
            {
                var owner = CheckDigits.Practitioner(6_000 + (writer * OwnersEach) + (number % OwnersEach));
                seen.Sent[owner] = number;
                using var body = new StringContent($$"""{"unavailabilities":[{"place":"{{number}}"}]}""", Encoding.UTF8, "application/json");
                using var answer = await http.PutAsync(new Uri(PlatformCalls.Of(owner), UriKind.Relative), body);
                Assert.That((int)answer.StatusCode, Is.AnyOf(200, 201));
                seen.Acknowledged[owner] = number;
                if (!enough.IsSet)
                {
                    enough.Signal();
                }
            }
        }
        catch (HttpRequestException)
        {
            // The process was killed: this write was not acknowledged.
        }
    }

    /// <summary>Writes once for each of some practitioners; what must wait too long for another hub is sent again.</summary>
    private static async Task WriteAsync(HttpClient http, int from, int count)
    {
        for (var number = from; number < from + count; number++)
        {
            var owner = CheckDigits.Practitioner(number);
            await Eventually.TrueAsync(
                async () =>
                {
                    using var body = new StringContent("{}", Encoding.UTF8, "application/json");
                    using var answer = await http.PutAsync(new Uri(PlatformCalls.Of(owner), UriKind.Relative), body);
                    return answer.IsSuccessStatusCode;
                },
                $"a declaration of {owner}");
        }
    }

    /// <summary>What is kept is what was acknowledged last, or the one write after it whose answer the kill cut off.</summary>
    private static async Task AllAreKeptAsync(HttpClient http, ConcurrentDictionary<string, int> acknowledged, ConcurrentDictionary<string, int> sent)
    {
        foreach (var (owner, number) in acknowledged)
        {
            var kept = JsonElement.Parse(await http.GetStringAsync(new Uri(PlatformCalls.Of(owner), UriKind.Relative)));
            var place = int.Parse(kept.Items("unavailabilities").Single().Text("place") ?? string.Empty, CultureInfo.InvariantCulture);
            Assert.That(place, Is.EqualTo(number).Or.EqualTo(sent[owner]), owner);
        }
    }

    private static async Task<string> RefusedAsync(HubStart start)
    {
        await using var hub = HubProcess.Start(start);
        Assert.That(await hub.ExitAsync(Eventually.Patience), Is.EqualTo(Refused), hub.Errors.Text);
        Assert.That(hub.Errors.Text, Does.Not.Contain("Unhandled exception").And.Not.Contain("   at "), "A refusal is no stack trace.");
        return hub.Errors.Text;
    }
}
