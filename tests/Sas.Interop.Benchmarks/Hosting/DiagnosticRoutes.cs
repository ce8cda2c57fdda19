using System.Diagnostics;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Benchmarks.Hosting;

/// <summary>What only the host of the benchmarks has: figures that cannot be seen from outside of the server's process.</summary>
internal static class DiagnosticRoutes
{
    public static void Map(WebApplication application)
    {
        application.MapGet("/bench/memory", static (bool? collect) => MemoryFacts.Now(collect == true)).ForAnybody();
        application.MapPost("/bench/searches", async (HttpContext context, double seconds) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var targets = (await reader.ReadToEndAsync(context.RequestAborted)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return await SearchAsync(new InProcessSearch(application), targets, TimeSpan.FromSeconds(Math.Clamp(seconds, 0.01, 60)));
        }).ForAnybody();
    }

    private static async Task<InProcessFacts> SearchAsync(InProcessSearch search, string[] targets, TimeSpan duration)
    {
        long searches = 0, bytes = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < duration)
        {
            bytes += await search.RunAsync(targets[searches % targets.Length]);
            searches++;
        }

        return new InProcessFacts(searches, Stopwatch.GetElapsedTime(started).TotalSeconds, bytes, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
