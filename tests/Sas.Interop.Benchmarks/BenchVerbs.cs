using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.Benchmarks.Macro;
using Sas.Interop.Benchmarks.Micro;
using Sas.Interop.Benchmarks.Reports;
using Sas.Interop.NationalLoad;

namespace Sas.Interop.Benchmarks;

/// <summary>What the program can do.</summary>
internal static class BenchVerbs
{
    private const string Usage = """
        Usage: dotnet run -c Release --project tests/Sas.Interop.Benchmarks -- VERB [options]

          micro    runs the micro benchmarks; tables go to Results/
          macro    runs the macro benchmarks against their references; figures go to Results/macro.json, then as "report"
          report   writes docs/performance.md and docs/pictures/*.svg from the figures that are kept

          --quick         a short run over a small country: shows that it works, decides nothing
          --seconds N     length of one load of one round
          --only A,B      of macro: memory, throughput, latency, allocation, size, scale, ingest, isolation, flood, mutual-tls, warm-start
          --out FOLDER    writes figures, page and pictures below another folder

        All of it: bash tests/bench.sh [--quick]
        """;

    public static async Task<int> UsageAsync()
    {
        await Console.Out.WriteLineAsync(Usage);
        return 2;
    }

    public static Task<int> MicroAsync(ProgramArguments line) => Task.FromResult(MicroRunner.Run(line.Has("quick"), Files(line).Results) == 0 ? 0 : 1);

    public static async Task<int> MacroAsync(ProgramArguments line)
    {
        var files = Files(line);
        await files.SaveAsync(await MacroRunner.RunAsync(MacroOptions.Of(line), Console.Out.WriteLine));
        await files.WritePageAsync();
        await Console.Out.WriteLineAsync($"Written: {Path.GetFileName(files.Page)}");
        return 0;
    }

    public static async Task<int> ReportAsync(ProgramArguments line)
    {
        await Files(line).WritePageAsync();
        return 0;
    }

    private static ReportFiles Files(ProgramArguments line) => line.Text("out") is { Length: > 0 } folder
        ? new ReportFiles(Path.Combine(folder, "results"), folder)
        : new ReportFiles(Path.Combine(Repository.Root, "tests", "Sas.Interop.Benchmarks", "Results"), Path.Combine(Repository.Root, "docs"));
}
