using System.Globalization;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Sas.Interop.Hub.Persistence;

/// <summary>Brings a database to the present model, or says why not. Its caller holds the lock that keeps other hubs out.</summary>
internal sealed class SchemaKeeper(StorageMigration mode)
{
    // A big table may take its time to change; the bound is for a database that hangs.
    private static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(30);

    /// <param name="context">The database.</param>
    /// <param name="before">Called when there is something to apply, before it is.</param>
    /// <param name="cancellationToken">Leaves off between two migrations.</param>
    public async Task<SchemaBrought> BringAsync(HubContext context, Func<CancellationToken, Task> before, CancellationToken cancellationToken)
    {
        var own = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Except(own).FirstOrDefault() is { } later)
        {
            return SchemaBrought.Refused($"a later version of the hub has changed it ('{later}'); start that version, or bring back a copy that was made before");
        }

        var missing = own.Except(applied).ToList();
        if (missing.Count == 0)
        {
            return new SchemaBrought([], null);
        }

        if (mode == StorageMigration.ByCommand)
        {
            return SchemaBrought.Refused(string.Create(
                CultureInfo.InvariantCulture,
                $"{missing.Count} migrations are pending and Hub:Storage:Migrate is byCommand; run 'Sas.Interop.Hub migrate' with the same settings, then start again"));
        }

        await before(cancellationToken);
        context.Database.SetCommandTimeout(LongestStep);
        await context.Database.MigrateAsync(cancellationToken);
        return new SchemaBrought(missing, null);
    }

    /// <summary>What <see cref="BringAsync"/> would execute, as a script; empty when nothing is missing. Writes nothing.</summary>
    public static async Task<string> ScriptAsync(HubContext context, CancellationToken cancellationToken)
    {
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        return context.Database.GetMigrations().Except(applied).Any()
            ? context.GetService<IMigrator>().GenerateScript(applied.LastOrDefault() ?? Migration.InitialDatabase)
            : string.Empty;
    }
}

/// <summary>What became of a database.</summary>
/// <param name="Applied">Names of the migrations that were applied, in order.</param>
/// <param name="Refusal">Why it was left as it is, as the end of a sentence; null when it is of the present model.</param>
internal sealed record SchemaBrought(IReadOnlyList<string> Applied, string? Refusal)
{
    public static SchemaBrought Refused(string why) => new([], why);
}
