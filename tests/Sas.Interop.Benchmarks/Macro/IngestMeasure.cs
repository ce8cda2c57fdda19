using Sas.Interop.Benchmarks.Dialects;
using Sas.Interop.Benchmarks.Hosting;

namespace Sas.Interop.Benchmarks.Macro;

/// <summary>Pull → index against only tokenizing the same bytes, one thread each, for each dialect that can be fed.</summary>
internal sealed class IngestMeasure : IMeasure
{
    public string Name => "ingest";

    public async Task RunAsync(MacroContext context)
    {
        await using var hub = await BenchHub.CreateAsync(BenchFiles.None, null, CancellationToken.None);
        var details = new List<Detail>();
        var worst = default(Spread);
        foreach (var feed in DialectFeeds.All())
        {
            await using var pull = await DialectPull.StartAsync(feed, hub);
            await PullsAsync(context, pull);
            TokenizePasses(context, pull);
            var (ingest, tokenize, ratio) = await Spread.AlternateAsync(
                context.Options.Rounds, () => PullsAsync(context, pull), () => Task.FromResult(TokenizePasses(context, pull)));
            details.Add(new Detail(feed.Dialect, string.Create(
                CultureInfo.InvariantCulture,
                $"{ratio.Median * 100:0} % ({ratio.Low * 100:0}–{ratio.High * 100:0}): {ingest.Median:0} MB/s against {tokenize.Median:0} MB/s; a pull is {pull.BytesAPull / 1024.0:0} KiB, {pull.SlotsAPull} slots")));
            worst = worst is null || ratio.Median * 100 < worst.Median ? new Spread(ratio.Median * 100, ratio.Low * 100, ratio.High * 100, ratio.Rounds) : worst;
        }

        context.Report.Add(new Finding(
            Budget.Ingest,
            worst,
            "In one process, one thread: a pull through the real adapter and its HTTP pipeline from prepared answers in memory, every snapshot applied to the real index; each second pull brings a changed agenda. Against it Utf8JsonReader over the same bytes, every token read and none used. The headline is the slowest dialect.",
            details));
    }

    private static async Task<double> PullsAsync(MacroContext context, DialectPull pull)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        long bytes = 0;
        while (time.GetElapsedTime(started) < context.Options.Round)
        {
            bytes += await pull.RunAsync();
        }

        return bytes / time.GetElapsedTime(started).TotalSeconds / 1e6;
    }

    private static double TokenizePasses(MacroContext context, DialectPull pull)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        long bytes = 0;
        while (time.GetElapsedTime(started) < context.Options.Round)
        {
            bytes += pull.Tokenize();
        }

        return bytes / time.GetElapsedTime(started).TotalSeconds / 1e6;
    }
}
