using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Tests.Configuration;

namespace Sas.Interop.Hub.Tests.Persistence.SqlServer;

/// <summary>
/// What SQL Server is told, without one: the statements that make its tables and those of every store, as texts that a reviewer has read.
/// <c>SAS_ACCEPT_SQL=1</c> writes them anew.
/// </summary>
internal sealed partial class SqlServerTextTests
{
    private static readonly string[] Folder = ["tests", "Sas.Interop.Hub.Tests", "Persistence", "SqlServer", "Approved"];

    private static readonly List<StoreCall> Calls =
    [
        .. typeof(SqlServerTextTests).Assembly.GetTypes()
            .Where(static type => type.IsClass && typeof(IStoreCalls).IsAssignableFrom(type))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .SelectMany(static type => ((IStoreCalls)Activator.CreateInstance(type, nonPublic: true)!).All()), // None of them is Nullable<T>.
    ];

    [Test]
    public void Tables_AllMigrations_AreTheReviewedScript()
    {
        using var context = new SqlServerDesign().CreateDbContext([]);

        var script = context.GetService<IMigrator>().GenerateScript();

        IsApproved("tables.sql", Version().Replace(script, "N'*'"));
    }

    [Test]
    public async Task Queries_EveryCallOfEveryStore_AreTheReviewedTexts()
    {
        var all = new StringBuilder();
        foreach (var call in Calls)
        {
            all.Append("-- ").AppendLine(call.Name);
            foreach (var command in await RecordAsync(call))
            {
                all.AppendLine(command.Trim().ReplaceLineEndings("\n")).AppendLine();
            }
        }

        IsApproved("queries.sql", all.ToString());
    }

    [Test]
    public void Calls_EveryPublicMethodOfAStore_IsAmongThem()
    {
        var methods =
            from type in typeof(HubContext).Assembly.GetTypes()
            where type.Namespace?.StartsWith(typeof(HubContext).Namespace ?? string.Empty, StringComparison.Ordinal) == true && type.Name.EndsWith("Store", StringComparison.Ordinal)
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where typeof(Task).IsAssignableFrom(method.ReturnType)
            select $"{type.Name}.{method.Name}";

        Assert.That(methods.Except(Calls.Select(static call => call.Name.Split(' ')[0])), Is.Empty, "Add a call to a class that implements IStoreCalls.");
    }

    [Test]
    public async Task Model_AgainstTheSnapshot_HasNoPendingChange()
    {
        await using var context = new SqlServerDesign().CreateDbContext([]);

        Assert.That(context.Database.HasPendingModelChanges(), Is.False, "Make the migration anew: the model has changed.");
    }

    /// <summary>The statements of all the ways that a call goes: nothing found, everything found, that with empty columns, and everything but what one of the queries asks for.</summary>
    private static async Task<List<string>> RecordAsync(StoreCall call)
    {
        var commands = new List<string>();
        var ends = false;
        var ways = new Queue<SqlScript>([new(true, false, call.Texts), new(true, true, call.Texts), new(false, false, call.Texts)]);
        while (ways.TryDequeue(out var script))
        {
            try
            {
                await call.Call(new StoreRig(script));
                ends = true;
            }
            catch (Exception stopped) when (!stopped.ToString().Contains("could not be translated", StringComparison.Ordinal))
            {
                // A way that real rows do not lead to, such as a single row that is missing.
                if (!ends && ways.Count == 0)
                {
                    throw new AssertionException($"{call.Name} never comes to its end.", stopped);
                }
            }

            foreach (var command in script.Commands.Except(commands).Where(static command => command.Contains("SELECT", StringComparison.Ordinal)))
            {
                ways.Enqueue(new SqlScript(true, false, call.Texts) { Missing = command });
            }

            commands.AddRange(script.Commands.Except(commands));
        }

        return [.. commands.Where(static command => !command.StartsWith("SAVE TRANSACTION", StringComparison.Ordinal))];
    }

    private static void IsApproved(string name, string text)
    {
        var path = Path.Combine([Repository.Root, .. Folder, name]);
        var actual = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("SAS_ACCEPT_SQL") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? string.Empty);
            File.WriteAllText(path, actual);
        }

        Assert.That(actual, Is.EqualTo(File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : string.Empty), $"Read the difference, then accept it with SAS_ACCEPT_SQL=1: {name}");
    }

    /// <summary>The framework's version in the history of migrations.</summary>
    [GeneratedRegex(@"N'\d+\.\d+\.\d+'")]
    private static partial Regex Version();
}
