namespace Sas.Interop.Scenarios.Tests.RealProcess;

/// <summary>Settings that cannot be used end the process with code 2 and every reason on standard error, and with nothing else.</summary>
[Parallelizable]
internal sealed class HubRefusalTests
{
    private const int Refused = 2;

    [TestCase("http://0.0.0.0:8080")]
    [TestCase("http://*:8080")]
    [TestCase("http://[::]:8080")]
    [TestCase("http://192.168.1.20:8080")]
    [TestCase("http://hub.example:8080")]
    [TestCase("http://127.0.0.1:0;http://+:8080")]
    public async Task Start_AddressOfOtherMachines_IsRefused(string urls)
    {
        using var files = new Workspace();

        var errors = await RefusedAsync(new HubStart(files.Root, ["--urls", urls]));

        Assert.That(errors, Does.Contain(urls.Split(';')[^1]).And.Contain("loopback only"));
    }

    [Test]
    public async Task Start_AddressOfOtherMachinesInAVariable_IsRefused()
    {
        using var files = new Workspace();

        var errors = await RefusedAsync(new HubStart(files.Root, []) { Variables = new Dictionary<string, string> { ["ASPNETCORE_URLS"] = "http://10.1.2.3:80" } });

        Assert.That(errors, Does.Contain("http://10.1.2.3:80").And.Contain("loopback only"));
    }

    [Test]
    public async Task Start_FaultyAdapters_ListsEveryFaultWithItsPath()
    {
        using var files = new Workspace();
        await File.WriteAllTextAsync(files.AdaptersFile, """
            {
              "vendors": [
                { "id": "Acme!", "name": "Acme", "adapter": "sas-fhir", "baseUrl": "https://acme.example/" },
                { "id": "b", "name": "B", "adapter": "no-such-dialect", "baseUrl": "http://far.example/" },
                { "id": "c", "name": "C", "adapter": "maiia", "baseUrl": "https://c.example/", "poll": { "every": "00:00:00" }, "surprise": 1 },
                { "id": "b", "name": "B again", "adapter": "maiia", "baseUrl": "https://b.example/", "limits": { "breaker": { "failures": 0 } } }
              ]
            }
            """);
        await File.WriteAllTextAsync(files.DirectoryFile, """{"practitioners":[{"id":"nobody","family":"Exemple"}]}""");

        var errors = await RefusedAsync(files.Start());

        string[] expected =
        [
            "adapters.json:3: $.vendors[0].id:", "$.vendors[1].adapter:", "$.vendors[1].baseUrl:", "$.vendors[2].poll.every:", "$.vendors[2].surprise:",
            "$.vendors[3].id:", "$.vendors[3].limits.breaker.failures:", "directory.json:1: $.practitioners[0].id:",
        ];
        foreach (var fault in expected)
        {
            Assert.That(errors, Does.Contain(fault));
        }
    }

    [Test]
    public async Task Start_AdaptersFileIsMissing_SaysWhereItWasLookedFor()
    {
        using var files = new Workspace();

        var errors = await RefusedAsync(files.Start());

        Assert.That(errors, Does.Contain(files.AdaptersFile).And.Contain("adapters.json"));
    }

    [TestCase("Hub:Log:FileMegabytes", "0")]
    [TestCase("Hub:Log:FilesKept", "many")]
    [TestCase("Hub:Log:Console", "xml")]
    [TestCase("Serilog:MinimumLevel:Default", "Loud")]
    [TestCase("Hub:Sandbox:Enabled", "perhaps")]
    [TestCase("Hub:Polling:StopWithin", "00:10:00")]
    [TestCase("Hub:StartClockAt", "yesterday")]
    [TestCase("Hub:Validation:MaxBodyBytes", "1")]
    [TestCase("Hub:Validation:MaxIssues", "0")]
    [TestCase("Hub:Validation:Concurrency", "65")]
    [TestCase("Hub:Validation:Timeout", "01:00:00")]
    [TestCase("Hub:Limits:UploadBytes", "1")]
    [TestCase("Hub:Limits:Vendor:RequestsPerSecond", "0")]
    [TestCase("Hub:Limits:Connections:HeadWithin", "00:10:00")]
    public async Task Start_SettingOutOfBounds_IsRefusedByName(string setting, string value)
    {
        using var files = new Workspace();
        await File.WriteAllTextAsync(files.AdaptersFile, ConfigFiles.Adapters());
        await File.WriteAllTextAsync(files.DirectoryFile, ConfigFiles.Directory());

        var errors = await RefusedAsync(files.Start($"--{setting}={value}"));

        Assert.That(errors, Does.Contain(setting.Split(':')[^1]));
    }

    [Test]
    public async Task Start_SeveralSettingsOutOfBounds_ListsAll()
    {
        using var files = new Workspace();

        var errors = await RefusedAsync(files.Start("--Hub:Log:FileMegabytes=0", "--Hub:Log:Console=xml", "--urls", "http://0.0.0.0:1"));

        Assert.That(errors, Does.Contain("FileMegabytes").And.Contain("Console").And.Contain("http://0.0.0.0:1"));
    }

    private static async Task<string> RefusedAsync(HubStart start)
    {
        await using var hub = HubProcess.Start(start);
        Assert.That(await hub.ExitAsync(Eventually.Patience), Is.EqualTo(Refused), hub.Errors.Text);
        Assert.That(hub.Errors.Text, Does.Not.Contain("Unhandled exception").And.Not.Contain("   at "), "A refusal is no stack trace.");
        return hub.Errors.Text;
    }
}
