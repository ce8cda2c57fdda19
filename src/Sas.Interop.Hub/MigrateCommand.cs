using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Audit;

namespace Sas.Interop.Hub;

/// <summary>Brings the database to the present model without starting the hub: <c>migrate</c> before the settings of a start, and <c>--dry-run</c> to see the statements only.</summary>
internal static class MigrateCommand
{
    public const string Verb = "migrate";
    private const string DryRun = "--dry-run";

    /// <param name="args">The command line after the verb.</param>
    /// <param name="output">Gets what was applied, or the script.</param>
    /// <param name="errors">Gets what is wrong.</param>
    /// <param name="cancellationToken">Leaves off between two migrations.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        string[] settings = [.. args.Where(static arg => arg != DryRun), $"--{StorageOptions.Section}:{nameof(StorageOptions.Migrate)}={StorageMigration.AtStart}"];
        var (application, refusal) = HubApplication.Build(settings);
        if (application is null)
        {
            await errors.WriteLineAsync(refusal);
            return StartFaults.ExitCode;
        }

        await using (application)
        {
            try
            {
                await output.WriteLineAsync(args.Contains(DryRun)
                    ? await ScriptAsync(application.Services, cancellationToken)
                    : Told(await MigrateAsync(application.Services, cancellationToken)));
                return 0;
            }
            catch (StorageUnavailableException unavailable)
            {
                await errors.WriteLineAsync($"{unavailable.Message} {unavailable.InnerException?.GetBaseException().Message}");
                return StartFaults.ExitCode;
            }
            catch (Exception stopped) when (StartFaults.Of(stopped) is { } faults)
            {
                foreach (var fault in faults)
                {
                    await errors.WriteLineAsync(fault);
                }

                return StartFaults.ExitCode;
            }
        }
    }

    private static async Task<IReadOnlyList<string>> MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var applied = await services.OpenStorageAsync(cancellationToken);
        if (applied.Count > 0)
        {
            var record = AuditRecords.Of(AuditKinds.Migration, string.Join(' ', applied), services.GetRequiredService<TimeProvider>().GetUtcNow());
            await services.GetRequiredService<AuditStore>().AppendAsync([record], cancellationToken);
        }

        return applied;
    }

    private static async Task<string> ScriptAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        await services.ScriptStorageAsync(cancellationToken) is { Length: > 0 } script ? script : "-- Nothing is missing: the database is of the present model.";

    private static string Told(IReadOnlyList<string> applied) =>
        applied.Count == 0 ? "Nothing was missing: the database is of the present model." : string.Join(Environment.NewLine, applied.Select(static name => $"Applied {name}."));
}
