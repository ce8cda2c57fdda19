using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Sas.Interop.Benchmarks.Micro;

/// <summary>Runs the micro benchmarks in this process and keeps their tables.</summary>
internal static class MicroRunner
{
    private const string Ending = "-report-github.md";
    private static readonly Type[] Classes = [typeof(ParseQueryBenchmarks), typeof(SearchBenchmarks), typeof(WriteSlotBenchmarks), typeof(IngestBenchmarks), typeof(ApplyBenchmarks), typeof(LimiterBenchmarks)];

    /// <param name="quick">Whether only the working of the benchmarks is shown.</param>
    /// <param name="results">Folder that gets a table for each class.</param>
    /// <returns>How many benchmarks gave no figure.</returns>
    public static int Run(bool quick, string results)
    {
        var artifacts = Directory.CreateTempSubdirectory("bench-micro-");
        try
        {
            // The other in-process toolchain does not wait for asynchronous set-ups, and one out of process would build a copy of the repository.
            var job = (quick ? Job.Dry : Job.ShortRun.WithIterationCount(7)).WithToolchain(InProcessNoEmitToolchain.Instance);
            var config = ManualConfig.CreateEmpty()
                .AddJob(job)
                .AddDiagnoser(MemoryDiagnoser.Default)
                .AddColumnProvider(DefaultColumnProviders.Instance)
                .AddExporter(MarkdownExporter.GitHub)
                .AddLogger(ConsoleLogger.Default)
                .WithArtifactsPath(artifacts.FullName);
            var missing = BenchmarkRunner.Run(Classes, config).SelectMany(static summary => summary.Reports).Count(static report => !report.Success);
            foreach (var report in Directory.EnumerateFiles(artifacts.FullName, "*" + Ending, SearchOption.AllDirectories))
            {
                var name = Path.GetFileName(report)[..^Ending.Length];
                File.Copy(report, Path.Combine(results, name[(name.LastIndexOf('.') + 1)..] + ".md"), overwrite: true);
            }

            return missing;
        }
        finally
        {
            artifacts.Delete(recursive: true);
        }
    }
}
