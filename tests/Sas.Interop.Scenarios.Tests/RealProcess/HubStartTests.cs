using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Sas.Interop.Scenarios.Tests.RealProcess;

/// <summary>The first thing that a newcomer does: one command, and a search that can be pasted.</summary>
[NonParallelizable]
[Parallelizable]
internal sealed class HubStartTests
{
    [Test]
    public async Task Start_WithDefaults_PrintsASearchThatFindsSlotsWhenPasted()
    {
        using var files = new Workspace();
        var url = $"http://127.0.0.1:{FreePort(IPAddress.Loopback)}";
        await using var hub = HubProcess.Start(new HubStart(files.Root, ["--urls", url])
        {
            Variables = new Dictionary<string, string> { ["Hub__DataFolder"] = files.PathOf("elsewhere") },
        });

        var line = await hub.LineAsync(static line => line.StartsWith("Try: curl ", StringComparison.Ordinal), "a search to paste");
        var (status, body) = await PasteAsync(line["Try: ".Length..]);

        using var bundle = JsonDocument.Parse(body);
        Assert.That(line, Does.Contain(url));
        Assert.That(status, Is.EqualTo(200));
        Assert.That(bundle.RootElement.GetProperty("total").GetInt32(), Is.GreaterThan(0));
        Assert.That(body, Does.Contain("\"resourceType\":\"Slot\"").And.Contain("\"resourceType\":\"Practitioner\""));
        using var client = HubClient.Of(new Uri(url));
        var ready = await client.ReadyAsync();
        Assert.That(ready?.GetProperty("status").GetString(), Is.EqualTo("ready"));
        Assert.That(ready?.GetProperty("vendors").GetArrayLength(), Is.GreaterThanOrEqualTo(30));
        Assert.That(Directory.EnumerateFiles(files.PathOf("elsewhere"), "*.log", SearchOption.AllDirectories), Is.Not.Empty, "Logs go to the folder of the variable.");
    }

    [Test]
    public async Task Start_SettingInVariableAndOnCommandLine_TheLaterWins()
    {
        using var files = new Workspace();
        await using var vendor = await MockedVendor.StartAsync("acme", "sas-fhir", FhirFeed.Write(files.PathOf("acme"), [FeedOwner.Of("810000000017", 3)]));
        await File.WriteAllTextAsync(files.AdaptersFile, ConfigFiles.Adapters(ConfigFiles.Vendor(vendor)));
        await File.WriteAllTextAsync(files.DirectoryFile, ConfigFiles.Directory(ConfigFiles.Linked("810000000017", "acme")));
        await using var hub = HubProcess.Start(new HubStart(files.Root, ["--urls=http://127.0.0.1:0", $"--Hub:AdaptersFile={files.AdaptersFile}"])
        {
            Variables = new Dictionary<string, string>
            {
                ["Hub__AdaptersFile"] = files.PathOf("nowhere.json"),
                ["Hub__DirectoryFile"] = files.DirectoryFile,
                ["Hub__Sandbox__Enabled"] = "false",
                ["Hub__Log__FilesKept"] = "0",
            },
        });

        using var client = HubClient.Of(await hub.AddressAsync());
        await client.SettledAsync();

        Assert.That((await client.SearchAsync("810000000017")).Slots, Is.EqualTo(3), hub.Output.Text);
        Assert.That((await client.ReadyAsync())?.GetProperty("vendors").GetArrayLength(), Is.EqualTo(1), "Nothing but adapters.json counts.");
        Assert.That(Directory.Exists(files.PathOf("data/logs")), Is.False);
    }

    [TestCase("localhost")]
    [TestCase("[::1]")]
    public async Task Start_OnLoopbackByAnotherName_Listens(string host)
    {
        Assume.That(host != "[::1]" || Socket.OSSupportsIPv6, "Skipped: this machine has no IPv6.");
        using var files = new Workspace();
        await WriteEmptyAsync(files);
        var url = $"http://{host}:{FreePort(host == "[::1]" ? IPAddress.IPv6Loopback : IPAddress.Loopback)}";

        await using var hub = HubProcess.Start(files.Start("--urls", url));

        Assert.That((await hub.AddressAsync()).Authority, Is.EqualTo(new Uri(url).Authority));
        using var client = HubClient.Of(new Uri(url));
        Assert.That(await client.ReadyAsync(), Is.Not.Null);
    }

    [Test]
    public async Task Start_PortIsTaken_SaysSoAndEndsWithTwo()
    {
        using var files = new Workspace();
        await WriteEmptyAsync(files);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";

        await using var hub = HubProcess.Start(files.Start("--urls", url));

        Assert.That(await hub.ExitAsync(Eventually.Patience), Is.EqualTo(2));
        Assert.That(hub.Errors.Text, Does.Contain(url).And.Not.Contain("   at "));
    }

    private static async Task WriteEmptyAsync(Workspace files)
    {
        await File.WriteAllTextAsync(files.AdaptersFile, ConfigFiles.Adapters());
        await File.WriteAllTextAsync(files.DirectoryFile, ConfigFiles.Directory());
    }

    private static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Runs a line as a person would; curl only tells its status besides.</summary>
    private static async Task<(int Status, string Body)> PasteAsync(string command)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"curl() {{ command curl -sS --noproxy '*' -w '\\n%{{http_code}}' \"$@\"; }}\n{command}");
        using var bash = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        var errors = bash.StandardError.ReadToEndAsync();
        var output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        Assume.That(bash.ExitCode, Is.Not.EqualTo(127), "Skipped: there is no curl on the path.");
        var end = output.LastIndexOf('\n');
        Assert.That(end, Is.GreaterThan(0), await errors);
        return (int.Parse(output[(end + 1)..], CultureInfo.InvariantCulture), output[..end]);
    }
}
