namespace Sas.Interop.Benchmarks.Macro;

/// <summary>Time from the start of the process to the first complete answer, from the snapshot on disk.</summary>
internal sealed class WarmStartMeasure : IMeasure
{
    public string Name => "warm-start";

    public Task RunAsync(MacroContext context)
    {
        context.Report.Add(new Finding(Budget.WarmStart, null, "The hub does not keep a snapshot on disk yet; nothing can be measured.", []));
        return Task.CompletedTask;
    }
}
