using System.Text;
using System.Text.RegularExpressions;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

using Sas.Interop.Hub.Tests.Configuration;

namespace Sas.Interop.Hub.Tests.Persistence.SqlServer;

/// <summary>
/// What SQL Server is told, without one: the statements that make its tables and those of every store, as texts that a reviewer has read.
/// <c>SAS_ACCEPT_SQL=1</c> writes them anew.
/// </summary>
internal sealed partial class SqlServerTextTests
{
    private static readonly string[] Folder = ["tests", "Sas.Interop.Hub.Tests", "Persistence", "SqlServer", "Approved"];

    [Test]
    public void Tables_AllMigrations_AreTheReviewedScript()
    {
        using var context = new SqlServerDesign().CreateDbContext([]);

        var script = context.GetService<IMigrator>().GenerateScript();

        IsApproved("tables.sql", Version().Replace(script, "N'*'"));
    }

    [Test]
    public async Task Queries_EveryMethodOfEveryStore_AreTheReviewedTexts()
    {
        var all = new StringBuilder();
        foreach (var method in StoreCalls.All)
        {
            all.Append("-- ").AppendLine(StoreCalls.NameOf(method));
            foreach (var command in (await StoreCalls.RecordAsync(method)).Where(static command => !command.StartsWith("SAVE TRANSACTION", StringComparison.Ordinal)))
            {
                all.AppendLine(command.Trim().ReplaceLineEndings("\n")).AppendLine();
            }
        }

        IsApproved("queries.sql", all.ToString());
    }

    [Test]
    public void Queries_ThatNobodyCanTranslate_AreFound() =>
        Assert.That(
            async () => await new StoreRig(new SqlScript(true, false, new Dictionary<string, string>())).Guard
                .UseAsync(static context => context.Preferences.Where(static row => char.IsDigit(row.Owner[0])).ToListAsync()),
            Throws.InvalidOperationException.With.Message.Contains("could not be translated"));

    [Test]
    public async Task Model_AgainstTheSnapshot_HasNoPendingChange()
    {
        await using var context = new SqlServerDesign().CreateDbContext([]);

        Assert.That(context.Database.HasPendingModelChanges(), Is.False, "Make the migration anew: the model has changed.");
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
