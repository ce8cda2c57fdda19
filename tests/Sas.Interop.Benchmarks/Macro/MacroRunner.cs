using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.Benchmarks.Reports;

namespace Sas.Interop.Benchmarks.Macro;

/// <summary>Runs the measures one after the other against one server, and tells how far it is.</summary>
internal static class MacroRunner
{
    private static readonly IMeasure[] Measures =
    [
        new MemoryMeasure(), new ThroughputMeasure(), new LatencyMeasure(), new AllocationMeasure(), new CostBySizeMeasure(), new ScaleMeasure(), new IngestMeasure(), new IsolationMeasure(),
        new FloodMeasure(), new MutualTlsMeasure(), new WarmStartMeasure(),
    ];

    public static async Task<MacroReport> RunAsync(MacroOptions options, Action<string> tell)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        void Tell(string line) => tell(string.Create(CultureInfo.InvariantCulture, $"[{time.GetElapsedTime(started).TotalSeconds,6:0.0} s] {line}"));

        Tell($"Filling an index: {options.Practitioners} practitioners, about {options.Practitioners * (long)BenchCountry.SlotsEach} slots");
        await using var server = await ServerProcess.StartAsync("serve", "--practitioners", $"{options.Practitioners}");
        var context = new MacroContext(options, server, Tell);
        context.Report.Data = string.Create(
            CultureInfo.InvariantCulture,
            $"an invented country (seed 1) of {options.Practitioners:N0} practitioners over 101 departments and {context.Country.Options.Associations} SOS Médecins associations, {server.Facts.Slots:N0} free slots over {context.Country.Options.Days} days, {context.Country.Options.Vendors.Count} vendors");
        var chosen = Measures.Where(measure => options.Only?.Contains(measure.Name) != false).ToList();
        for (var i = 0; i < chosen.Count; i++)
        {
            Tell($"{i + 1}/{chosen.Count} {chosen[i].Name}");
            var before = context.Report.Findings.Count;
            await chosen[i].RunAsync(context);
            foreach (var finding in context.Report.Findings.Skip(before))
            {
                Tell($"    {finding.Budget.Id}: {PerformancePage.Text(finding)} ({finding.Verdict})");
            }
        }

        context.Report.Seconds = time.GetElapsedTime(started).TotalSeconds;
        return context.Report;
    }
}
