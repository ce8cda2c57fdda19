using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.NationalLoad.Driving;

namespace Sas.Interop.Benchmarks.Macro;

/// <summary>What an answer costs by its number of slots.</summary>
internal sealed class CostBySizeMeasure : IMeasure
{
    // Practitioners and hours of the window.
    private static readonly (int Practitioners, double Hours)[] Shapes = [(1, 4), (1, 12), (2, 24), (2, 72), (5, 72), (10, 72), (25, 72), (50, 72), (100, 72)];

    public string Name => "size";

    public async Task RunAsync(MacroContext context)
    {
        Dictionary<string, List<Point>> lines = new() { ["hub"] = [], ["static"] = [] };
        foreach (var (practitioners, hours) in Shapes)
        {
            var searches = Enumerable.Range(0, 8).Select(i => PlatformMix.List(context.Country, i * context.Options.Practitioners / 8, practitioners, BenchCountry.Start))
                .Select(search => search with { To = search.From.AddHours(hours) });
            var set = await SearchSet.PrepareAsync(context.Server, $"size-{practitioners}-{hours}", [.. searches]);
            foreach (var (name, requests) in new[] { ("hub", set.Hub), ("static", set.Static) })
            {
                await context.ClosedAsync(requests, 1, context.Options.Round / 4);
                var load = await context.ClosedAsync(requests, 1, context.Options.Round);
                lines[name].Add(new Point(set.MeanSlots, load.Elapsed.TotalMicroseconds / load.Answered));
            }
        }

        context.Report.Charts.Add(new Chart(
            "cost-by-size",
            "Time of one answer by its size, one connection",
            "slots in the answer",
            "time from sending to the last byte, µs",
            [.. lines.Select(static line => new Series(line.Key, line.Value))])
        {
            LogX = true,
            LogY = true,
        });
    }
}
