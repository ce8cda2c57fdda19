namespace Sas.Interop.Hub.Security.Callers;

/// <summary>Says loudly that nobody is told apart: in the log, and on the console whatever the log's level is.</summary>
internal sealed class DevelopmentNotice(ILogger<DevelopmentNotice> logger) : IHostedService
{
    /// <summary>The same for people who look at a page or a report.</summary>
    public const string Sentence = "Development mode: callers are not identified, and the hub listens on this machine only. Set Hub:CallersFile before others use it.";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        logger.CallersNotIdentified();
        await Console.Out.WriteLineAsync(Sentence.AsMemory(), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
