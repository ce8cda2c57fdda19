namespace Sas.Interop.Benchmarks.Macro;

/// <summary>Bytes of the managed heap that the index takes, divided by its slots.</summary>
internal sealed class MemoryMeasure : IMeasure
{
    public string Name => "memory";

    public async Task RunAsync(MacroContext context)
    {
        var facts = context.Server.Facts;
        var now = await context.Server.MemoryAsync(collect: false);
        context.Report.Add(new Finding(
            Budget.Memory,
            Spread.Of([(facts.HeapAfter - facts.HeapBefore) / (double)Math.Max(1, facts.Slots)]),
            "Managed heap of the server after two full compacting collections, filled less empty, divided by the slots in the index; names, places and rendered parts of all owners are in it. It is a count, not a timing: one round.",
            [
                new Detail("slots in the index", facts.Slots.ToString("N0", CultureInfo.InvariantCulture)),
                new Detail("heap", string.Create(CultureInfo.InvariantCulture, $"{facts.HeapBefore / 1e6:0.0} MB empty, {facts.HeapAfter / 1e6:0.0} MB filled")),
                new Detail("working set", string.Create(CultureInfo.InvariantCulture, $"{now.WorkingSet / 1e6:0} MB")),
                new Detail("making the country and filling the index", string.Create(CultureInfo.InvariantCulture, $"{facts.FillSeconds:0.0} s")),
            ]));
    }
}
