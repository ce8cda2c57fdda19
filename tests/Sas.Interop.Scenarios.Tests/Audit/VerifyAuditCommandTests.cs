using Microsoft.Data.Sqlite;

using Sas.Interop.Hub;
using Sas.Interop.Scenarios.Tests.Outbox;
using Sas.Interop.TestKit;

namespace Sas.Interop.Scenarios.Tests.Audit;

/// <summary>The command that verifies the chain, as operators start it, beside hubs that write, after kills, and after somebody was at the file.</summary>
internal sealed class VerifyAuditCommandTests
{
    private const int Rounds = 4;

    [Test]
    public async Task Verify_BesideARunningHub_TellsTheTruthAndRecordsIt()
    {
        using var files = new Workspace();
        await OutboxHub.WriteAsync(files);
        var start = files.Start();
        await using var hub = HubProcess.Start(start);
        var root = await hub.AddressAsync();
        using var http = new HttpClient();
        for (var number = 1; number <= 20; number++)
        {
            Assert.That(await OutboxHub.PutAsync(http, root, $"verify-{number}", number), Is.EqualTo(201));
        }

        var whole = await RunAsync([.. start.Arguments]);
        var head = System.Text.Json.JsonElement.Parse(await http.GetStringAsync(new Uri(root, "admin/audit")));
        var place = whole.Output.Split("the last is ")[^1].Trim();
        var expected = await RunAsync(["--expect", place, "--no-record", .. start.Arguments]);
        var part = await RunAsync(["--from=2", "--to", "5", "--no-record", .. start.Arguments]);
        var missing = await RunAsync([$"--expect=999999:{new string('a', 64)}", "--no-record", .. start.Arguments]);

        Assert.That((whole.Exit, expected.Exit, part.Exit, missing.Exit), Is.EqualTo((0, 0, 0, 1)), whole.Errors + missing.Output);
        Assert.That(head.GetProperty("verification").GetProperty("verdict").GetString(), Does.StartWith("whole: "));
        Assert.That(part.Output, Does.Contain("4 records hold"));
        Assert.That(missing.Output, Does.Contain("Broken at record 999999 (Expected)"));

        Tamper(files, "UPDATE audit SET \"Caller\" = 'platform' WHERE \"Number\" = 7");
        var broken = await RunAsync([.. start.Arguments]);
        Assert.That(broken.Exit, Is.EqualTo(1));
        Assert.That(broken.Output, Does.Contain("Broken at record 7 (Content)"));
    }

    [TestCase("--expect", "7")]
    [TestCase("--from", "x")]
    [TestCase("--to", "0")]
    [TestCase("--expect")]
    public async Task Verify_FaultyQuestion_EndsWithTheFault(params string[] args)
    {
        var (exit, _, errors) = await RunAsync(args);

        Assert.That(exit, Is.EqualTo(2));
        Assert.That(errors, Does.Contain(args[0]));
    }

    [TestCase("--Hub:Audit:Keep=00:00:01", "Keep")]
    [TestCase("--Hub:Audit:Key=no-reference", "Hub:Audit:Key")]
    [TestCase("--Hub:Audit:Key=env:NO_SUCH_VARIABLE_OF_AUDIT", "NO_SUCH_VARIABLE_OF_AUDIT")]
    [TestCase("--Hub:Audit:FormerKeys:0=file:no-such-file", "FormerKeys:0")]
    public async Task Verify_SettingsCannotBeUsed_EndsWithTheFault(string setting, string fault)
    {
        using var files = new Workspace();
        var (exit, _, errors) = await RunAsync([setting, $"--Hub:DataFolder={files.PathOf("data")}", "--Hub:Log:FilesKept=0"]);

        Assert.That(exit, Is.EqualTo(2));
        Assert.That(errors, Does.Contain(fault));
    }

    [Test]
    public async Task Verify_NoDatabase_CannotTellAndMakesNone()
    {
        using var files = new Workspace();
        var (exit, _, errors) = await RunAsync([$"--Hub:DataFolder={files.PathOf("data")}", "--Hub:Log:FilesKept=0"]);

        Assert.That((exit, File.Exists(Path.Combine(files.PathOf("data"), "hub.db"))), Is.EqualTo((2, false)), errors);
    }

    [Test]
    public async Task Kill_WhileManyWrite_WhatWasAcknowledgedIsRecordedAndTheChainHolds()
    {
        using var files = new Workspace();
        await OutboxHub.WriteAsync(files);
        var start = files.Start();
        var acknowledged = 0;
        for (var round = 1; round <= Rounds; round++)
        {
            await using var hub = HubProcess.Start(start);
            var root = await hub.AddressAsync();
            using var http = new HttpClient();
            var writers = Enumerable.Range(0, 8).Select(writer => WriteUntilGoneAsync(http, root, $"kill-{round}-{writer}")).ToList();
            await Task.Delay(TimeSpan.FromMilliseconds(400 * round), TimeProvider.System, CancellationToken.None);
            hub.Kill();
            acknowledged += (await Task.WhenAll(writers)).Sum();
        }

        var verdict = await RunAsync([.. start.Arguments]);

        Assert.That(verdict.Exit, Is.Zero, verdict.Output + verdict.Errors);
        Assert.That(acknowledged, Is.GreaterThan(Rounds));
        Assert.That(Ask(files, "SELECT COUNT(*) FROM audit WHERE \"Kind\" = 'call' AND \"Status\" IN (200, 201)"), Is.InRange(acknowledged, acknowledged + (8 * Rounds)), "Those in doubt may be told of as well.");
        Assert.That(Ask(files, "SELECT COUNT(*) FROM audit WHERE \"Kind\" = 'start'"), Is.EqualTo(Rounds));
    }

    [Test]
    public async Task Write_TwoHubsOnOnePostgreSql_MakeOneChain()
    {
        if (PostgresBinaries.WhyAbsent is { } why)
        {
            Assert.Ignore(why);
        }

        string[] storage = ["--Hub:Storage:Provider=postgresql", $"--Hub:Storage:Connection={await (await PostgresServer.SharedAsync()).CreateDatabaseAsync()}"];
        using var files = new Workspace();
        using var others = new Workspace();
        await OutboxHub.WriteAsync(files);
        await OutboxHub.WriteAsync(others);
        await using var one = HubProcess.Start(files.Start(storage));
        var first = await one.AddressAsync();
        await using var two = HubProcess.Start(others.Start(storage));
        var second = await two.AddressAsync();
        using var http = new HttpClient();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var number = 0; number < 20; number++)
            {
                Assert.That(await OutboxHub.PutAsync(http, writer % 2 == 0 ? first : second, $"pg-{writer}-{number}", number), Is.EqualTo(201));
            }
        }));

        var verdict = await RunAsync([.. files.Start(storage).Arguments]);
        Assert.That(verdict.Exit, Is.Zero, verdict.Output + verdict.Errors);
        var count = System.Text.Json.JsonElement.Parse(await http.GetStringAsync(new Uri(first, "admin/audit"))).GetProperty("count").GetInt64();
        Assert.That(count, Is.GreaterThanOrEqualTo(160 + 2 + 1), "All writes, both starts, and the verification.");
    }

    private static async Task<int> WriteUntilGoneAsync(HttpClient http, Uri root, string name)
    {
        var acknowledged = 0;
        try
        {
            for (var number = 0; ; number++)
            {
                acknowledged += await OutboxHub.PutAsync(http, root, $"{name}-{number}", number % 1_000) is 200 or 201 ? 1 : 0;
            }
        }
        catch (HttpRequestException)
        {
            return acknowledged; // The process was killed.
        }
    }

    private static void Tamper(Workspace files, string sql)
    {
        using var connection = Open(files);
        using var command = connection.CreateCommand();
        command.CommandText = "DROP TRIGGER audit_append_only; " + sql;
        command.ExecuteNonQuery();
    }

    private static long Ask(Workspace files, string sql)
    {
        using var connection = Open(files);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(command.ExecuteScalar() ?? 0L);
    }

    private static SqliteConnection Open(Workspace files)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(files.PathOf("data"), "hub.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var exit = await VerifyAuditCommand.RunAsync(args, output, errors, null, CancellationToken.None);
        return (exit, output.ToString(), errors.ToString());
    }
}
