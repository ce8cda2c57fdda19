using Sas.Interop.Hub;
using Sas.Interop.Hub.Configuration;

if (args is [MigrateCommand.Verb, .. var settings])
{
    return await MigrateCommand.RunAsync(settings, Console.Out, Console.Error, CancellationToken.None);
}

if (args is [VerifyAuditCommand.Verb, .. var question])
{
    return await VerifyAuditCommand.RunAsync(question, Console.Out, Console.Error, Console.IsErrorRedirected ? null : Console.Error, CancellationToken.None);
}

var (app, refusal) = HubApplication.Build(args);
if (app is null)
{
    await Console.Error.WriteLineAsync(refusal);
    return StartFaults.ExitCode;
}

await using (app)
{
    try
    {
        await HubApplication.PrepareAsync(app, CancellationToken.None);
        await app.RunAsync();
        return 0;
    }
    catch (Exception stopped) when (StartFaults.Of(stopped) is { } faults)
    {
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync(fault);
        }

        return StartFaults.ExitCode;
    }
}

// The web SDK would make the class of these statements public.
internal sealed partial class Program;
