using Sas.Interop.Hub;
using Sas.Interop.TestKit;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Storage;

/// <summary>The command that brings a database to the present model without starting the hub.</summary>
[Parallelizable]
internal sealed class MigrateCommandTests
{
    private TestFolder _folder = null!; // Set before each test.

    [SetUp]
    public void MakeFolder() => _folder = new TestFolder("hub-migrate-");

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task RunAsync_NewFile_TellsWhatItAppliedAndThatNothingIsMissing()
    {
        var (first, told, _) = await RunAsync();
        var (second, again, _) = await RunAsync();

        Assert.That((first, second), Is.EqualTo((0, 0)));
        Assert.That(told, Does.Contain("Applied 20261122120000_KeepPreferences."));
        Assert.That(again, Does.Contain("Nothing was missing"));
    }

    [Test]
    public async Task RunAsync_DryRunOnAServer_PrintsTheStatementsAndExecutesNone()
    {
        var server = await ServerAsync();
        var database = $"--Hub:Storage:Connection={await server.CreateDatabaseAsync()}";

        var (dry, script, _) = await RunAsync("--dry-run", "--Hub:Storage:Provider=postgresql", database);
        var (real, told, _) = await RunAsync("--Hub:Storage:Provider=postgresql", database, "--Hub:Storage:Migrate=byCommand");
        var (after, nothing, _) = await RunAsync("--dry-run", "--Hub:Storage:Provider=postgresql", database);

        Assert.That((dry, real, after), Is.EqualTo((0, 0, 0)));
        Assert.That(script, Does.Contain("CREATE TABLE preferences"));
        Assert.That(told, Does.Contain("Applied "), "The dry run had left everything to do.");
        Assert.That(nothing, Does.Contain("Nothing is missing").And.Not.Contain("CREATE TABLE"));
    }

    [TestCase("--Hub:Storage:Provider=postgresql", "Hub:Storage:Connection is missing")]
    [TestCase("--Hub:Storage:Provider=oracle", "Hub:Storage:Provider")]
    [TestCase("--Hub:Storage:Connection=Host=db", "is for a server")]
    [TestCase("--Hub:Storage:MaxConnections=1", "MaxConnections")]
    public async Task RunAsync_SettingsCannotBeUsed_EndsWithTheFault(string setting, string fault)
    {
        var (exit, _, errors) = await RunAsync(setting);

        Assert.That(exit, Is.EqualTo(2));
        Assert.That(errors, Does.Contain(fault));
    }

    [TestCase]
    [TestCase("--dry-run")]
    public async Task RunAsync_NothingAnswers_EndsWithTheFaultAndNoPassword(params string[] more)
    {
        var secret = Path.Combine(_folder.FullName, "secret");
        await File.WriteAllTextAsync(secret, "Host=127.0.0.1;Port=1;Database=hub;Username=hub;Password=hunter-2");

        var (exit, output, errors) = await RunAsync([.. more, "--Hub:Storage:Provider=postgresql", $"--Hub:Storage:Connection=file:{secret}"]);

        Assert.That(exit, Is.EqualTo(2));
        Assert.That(errors, Is.Not.Empty.And.Not.Contain("hunter-2"));
        Assert.That(output, Does.Not.Contain("hunter-2"));
    }

    [Test]
    public async Task Start_ByCommandAndPending_IsRefusedUntilTheCommandHasRun()
    {
        using var files = await FilesAsync();
        var start = files.Start("--Hub:Storage:Migrate=byCommand");
        await using (var refused = HubProcess.Start(start))
        {
            Assert.That(await refused.ExitAsync(TimeSpan.FromSeconds(60)), Is.EqualTo(2));
            Assert.That(refused.Errors.Text, Does.Contain("Sas.Interop.Hub migrate"));
        }

        await using (var command = HubProcess.Start(start with { Arguments = ["migrate", .. start.Arguments] }))
        {
            Assert.That(await command.ExitAsync(TimeSpan.FromSeconds(60)), Is.Zero);
            Assert.That(command.Output.Text, Does.Contain("Applied "));
        }

        await using var hub = HubProcess.Start(start);
        Assert.That((await hub.AddressAsync()).IsLoopback, Is.True);
    }

    [Test]
    public async Task Start_TwoHubsOnOneEmptyServer_BothListen()
    {
        var server = await ServerAsync();
        using var files = await FilesAsync();
        string[] database = ["--Hub:Storage:Provider=postgresql", $"--Hub:Storage:Connection={await server.CreateDatabaseAsync()}"];

        await using var one = HubProcess.Start(files.Start([.. database, $"--Hub:DataFolder={files.PathOf("one")}"]));
        await using var two = HubProcess.Start(files.Start([.. database, $"--Hub:DataFolder={files.PathOf("two")}"]));

        var addresses = await Task.WhenAll(one.AddressAsync(), two.AddressAsync());
        using var http = new HttpClient();
        foreach (var address in addresses)
        {
            Assert.That(await http.GetStringAsync(new Uri(address, "v1/preferences")), Does.Contain("items"));
        }
    }

    private static async Task<Workspace> FilesAsync()
    {
        var files = new Workspace();
        await File.WriteAllTextAsync(files.AdaptersFile, RealProcess.ConfigFiles.Adapters());
        await File.WriteAllTextAsync(files.DirectoryFile, RealProcess.ConfigFiles.Directory());
        return files;
    }

    private static async Task<PostgresServer> ServerAsync()
    {
        if (PostgresBinaries.WhyAbsent is { } why)
        {
            Assert.Ignore(why);
        }

        return await PostgresServer.SharedAsync();
    }

    private async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] settings)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var exit = await MigrateCommand.RunAsync([$"--Hub:DataFolder={_folder.FullName}", "--Hub:Log:FilesKept=0", .. settings], output, errors, CancellationToken.None);
        return (exit, output.ToString(), errors.ToString());
    }
}
