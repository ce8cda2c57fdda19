using System.Globalization;

using Sas.Interop.Hub.Audit;
using Sas.Interop.Hub.Audit.Verifying;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Audit;

namespace Sas.Interop.Hub;

/// <summary>Verifies the chain of the audit beside running hubs: <c>verify-audit</c> before the settings of a start.</summary>
internal static class VerifyAuditCommand
{
    public const string Verb = "verify-audit";

    /// <summary>Exit code of a chain that does not hold.</summary>
    public const int Broken = 1;

    private const string NoRecord = "--no-record";
    private const string From = "--from";
    private const string To = "--to";
    private const string Expect = "--expect";

    /// <param name="args">The command line after the verb.</param>
    /// <param name="output">Gets the verdict.</param>
    /// <param name="errors">Gets what keeps it from being made.</param>
    /// <param name="progress">Is told how far it is, where somebody looks; null elsewhere.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>0 when the chain holds, <see cref="Broken"/> when it does not, 2 when that cannot be told.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, TextWriter? progress, CancellationToken cancellationToken)
    {
        var (question, settings, fault) = Read(args);
        if (question is null)
        {
            await errors.WriteLineAsync(fault);
            return StartFaults.ExitCode;
        }

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
                var verdict = await application.Services.GetRequiredService<ChainVerifier>().VerifyAsync(question, Told(progress), cancellationToken);
                await (progress?.WriteLineAsync() ?? Task.CompletedTask);
                await output.WriteLineAsync(Sentence(verdict));
                await (args.Contains(NoRecord) ? Task.CompletedTask : RecordAsync(application.Services, verdict, errors, cancellationToken));
                return verdict.Break is null ? 0 : Broken;
            }
            catch (StorageUnavailableException unavailable)
            {
                await errors.WriteLineAsync($"{unavailable.Message} {unavailable.InnerException?.GetBaseException().Message}");
                return StartFaults.ExitCode;
            }
            catch (Exception stopped) when (StartFaults.Of(stopped) is { } faults)
            {
                await errors.WriteLineAsync(string.Join(Environment.NewLine, faults));
                return StartFaults.ExitCode;
            }
        }
    }

    private static (ChainQuestion? Question, string[] Settings, string? Fault) Read(string[] args)
    {
        var settings = new List<string>();
        var expected = new List<AuditHead>();
        var numbers = new Dictionary<string, long>();
        for (var place = 0; place < args.Length; place++)
        {
            var parts = args[place].Split('=', 2);
            if (parts[0] is not (From or To or Expect))
            {
                settings.AddRange(args[place] == NoRecord ? [] : [args[place]]);
                continue;
            }

            var value = parts.Length == 2 ? parts[1] : place + 1 < args.Length ? args[++place] : string.Empty;
            if (parts[0] == Expect && AuditHead.TryParse(value, out var head))
            {
                expected.Add(head);
            }
            else if (parts[0] != Expect && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            {
                numbers[parts[0]] = number;
            }
            else
            {
                return (null, [], parts[0] == Expect ? $"{Expect} takes number:hash as the log, /admin/audit or an earlier verification tells it." : $"{parts[0]} takes the number of a record.");
            }
        }

        return (new ChainQuestion(numbers.TryGetValue(From, out var from) ? from : null, numbers.TryGetValue(To, out var to) ? to : null, expected), [.. settings], null);
    }

    private static Action<long, long> Told(TextWriter? progress) => progress is null
        ? static (_, _) => { }
    : (done, all) => progress.Write(string.Create(CultureInfo.InvariantCulture, $"\r{done} of {all} records"));

    private static string Sentence(ChainVerdict verdict) => verdict switch
    {
        { Break: { } broken } => string.Create(CultureInfo.InvariantCulture, $"Broken at record {broken.Number} ({broken.Kind}): {broken.Message} {verdict.Checked} records before it hold."),
        { Last: { } last } => string.Create(CultureInfo.InvariantCulture, $"Whole: {verdict.Checked} records hold; the last is {last}"),
        _ => "Whole: there is no record.",
    };

    /// <summary>The chain itself tells when it was verified, also where it does not hold.</summary>
    private static async Task RecordAsync(IServiceProvider services, ChainVerdict verdict, TextWriter errors, CancellationToken cancellationToken)
    {
        var detail = verdict.Break is { } broken
            ? string.Create(CultureInfo.InvariantCulture, $"broken at {broken.Number}: {broken.Kind}")
            : string.Create(CultureInfo.InvariantCulture, $"whole: {verdict.Checked} records up to {verdict.Last?.ToString() ?? "0"}");
        if (!await services.GetRequiredService<AuditTrail>().NoteAsync(AuditKinds.Verification, detail, cancellationToken))
        {
            await errors.WriteLineAsync($"That the chain was verified could not be recorded; {NoRecord} leaves it out.");
        }
    }
}
