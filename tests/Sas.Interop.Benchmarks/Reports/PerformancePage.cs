using System.Text;

using Sas.Interop.Benchmarks.Macro;

namespace Sas.Interop.Benchmarks.Reports;

/// <summary>Writes <c>docs/performance.md</c>: the headline first.</summary>
internal static class PerformancePage
{
    public const string Command = "bash tests/bench.sh";

    /// <summary>A figure with its spread.</summary>
    public static string Text(Finding finding) => finding.Value is not { } value
        ? "–"
        : value.Rounds == 1 ? One(value.Median, finding.Budget.Unit)
        : $"{One(value.Median, finding.Budget.Unit)} ({Number(value.Low, finding.Budget.Unit)}–{Number(value.High, finding.Budget.Unit)})";

    public static string Write(MacroReport report, IReadOnlyList<(string Title, string Table)> micro)
    {
        var page = new StringBuilder("# Performance\n\n## About\n\n");
        page.Append("Each figure is a ratio to a reference that was measured in the same run on the same machine, so that it means something elsewhere. Written by the benchmarks themselves; do not edit.\n");
        if (report.Quick)
        {
            page.Append("\n**A short run over a small country: it shows that the benchmarks work, and decides nothing.**\n");
        }

        Headline(page, report);
        Surroundings(page, report);
        Methods(page, report);
        Pictures(page, report);
        Micro(page, micro);
        return page.ToString();
    }

    private static void Headline(StringBuilder page, MacroReport report)
    {
        page.Append("\n## Budgets\n\nMedian, and lowest to highest, over the rounds.\n\n| what | bar | stretch | measured | verdict |\n|---|---|---|---|---|\n");
        foreach (var finding in report.Findings)
        {
            var (budget, limit) = (finding.Budget, finding.Budget.MoreIsBetter ? "≥" : "≤");
            page.Append($"| {budget.What} | {limit} {One(budget.Bar, budget.Unit)} | {(budget.Stretch is { } stretch ? $"{limit} {One(stretch, budget.Unit)}" : "–")} | {Text(finding)} | {finding.Verdict} |\n");
        }
    }

    private static void Surroundings(StringBuilder page, MacroReport report)
    {
        var machine = report.Machine;
        page.Append(CultureInfo.InvariantCulture, $"""

            Where the time and the memory go, and why a budget is missed: [what costs what](performance-profile.md).

            ## Machine, data, command

            | | |
            |---|---|
            | machine | {machine.Processor}, {machine.Processors} processors, {machine.MemoryGigabytes:0} GB; {machine.System}; {machine.Runtime}, server garbage collector: {(machine.ServerCollector ? "yes" : "no")} |
            | data | {report.Data} |
            | command | `{Command}{(report.Quick ? " --quick" : string.Empty)}` |
            | duration of the macro part | {report.Seconds:0} s |

            Server and client are two processes on this one machine and share its processors, for the hub's answers and the static ones alike. A static answer is the very bytes that
            the hub gave to that search, held in memory and written by the same Kestrel before anything of the hub's pipeline runs; it is asked for with the same query and headers.

            """);
    }

    private static void Methods(StringBuilder page, MacroReport report)
    {
        page.Append("\n## How each was measured\n");
        foreach (var finding in report.Findings)
        {
            page.Append($"\n**{finding.Budget.What}.** {finding.Method}\n");
            if (finding.Details.Count > 0)
            {
                page.Append('\n');
            }

            foreach (var detail in finding.Details)
            {
                page.Append($"- {detail.Label}: {detail.Value}\n");
            }
        }
    }

    private static void Pictures(StringBuilder page, MacroReport report)
    {
        foreach (var chart in report.Charts)
        {
            page.Append($"\n## {chart.Title}\n\n![{chart.Title}](pictures/{chart.File}.svg)\n\n| {chart.X} | {string.Join(" | ", chart.Lines.Select(static line => line.Name))} |\n|---|{string.Concat(chart.Lines.Select(static _ => "---|"))}\n");
            for (var i = 0; i < chart.Lines[0].Points.Count; i++)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {chart.Lines[0].Points[i].X:0} | {string.Join(" | ", chart.Lines.Select(line => line.Points[i].Y.ToString("0.###", CultureInfo.InvariantCulture)))} |\n");
            }

            page.Append($"\nVertical: {chart.Y}.\n");
        }
    }

    private static void Micro(StringBuilder page, IReadOnlyList<(string Title, string Table)> micro)
    {
        page.Append("\n## Micro benchmarks\n\nBy BenchmarkDotNet, in one process. Judge ratio and allocation, not absolute time; the job in the head of each table tells how short its run was, and a short one decides nothing. The tables are also in `tests/Sas.Interop.Benchmarks/Results/`.\n");
        foreach (var (title, table) in micro)
        {
            page.Append($"\n### {title}\n\n{table.Trim()}\n");
        }

        if (micro.Count == 0)
        {
            page.Append("\nNot run.\n");
        }
    }

    private static string One(double value, string unit) => unit == Budget.Ratio ? Number(value, unit) + unit : $"{Number(value, unit)} {unit}";

    private static string Number(double value, string unit) =>
        value.ToString(unit == Budget.Ratio || unit == Budget.Seconds ? "0.##" : "#,0.#", CultureInfo.InvariantCulture);
}
