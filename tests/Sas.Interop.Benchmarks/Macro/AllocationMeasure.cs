using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.NationalLoad.Driving;

namespace Sas.Interop.Benchmarks.Macro;

/// <summary>Bytes that the server allocates for a search, beyond what it allocates for the static answer.</summary>
internal sealed class AllocationMeasure : IMeasure
{
    public string Name => "allocation";

    public async Task RunAsync(MacroContext context)
    {
        var idle = await IdleAsync(context);
        var list = await context.ListAsync();
        var small = await CompareAsync(context, await context.OneAsync(), idle);
        var middle = await CompareAsync(context, list, idle);
        var country = context.Country;
        var wide = PlatformMix.List(country, 0, Math.Min(100, country.Options.Practitioners), BenchCountry.Start);
        var large = await CompareAsync(context, await SearchSet.PrepareAsync(context.Server, "wide", [wide]), idle);
        context.Report.Add(new Finding(
            Budget.Allocation,
            middle.Beyond,
            $"Exact count of allocated bytes in the server's process over rounds of {context.Options.Round.TotalSeconds:0.#} s, one connection, divided by answers, less the idle server's own; the static answer's figure is taken off. The headline is the list of 25.",
            [Line(small), Line(middle), Line(large)]));
    }

    private static Detail Line((SearchSet Set, Spread Hub, Spread Static, Spread Beyond) found) => new(
        $"{found.Set.MeanSlots:0} slots",
        $"{Figures.Bytes(found.Hub.Median)} for the search, {Figures.Bytes(found.Static.Median)} for the static answer, {Figures.Bytes(found.Beyond.Median)} beyond");

    private static async Task<(SearchSet Set, Spread Hub, Spread Static, Spread Beyond)> CompareAsync(MacroContext context, SearchSet set, double idle)
    {
        await context.ClosedAsync(set.Hub, 1, context.Options.Round);
        List<double> hub = [], held = [];
        for (var round = 0; round < context.Options.Rounds; round++)
        {
            hub.Add(await PerAnswerAsync(context, set.Hub, idle));
            held.Add(await PerAnswerAsync(context, set.Static, idle));
        }

        return (set, Spread.Of(hub), Spread.Of(held), Spread.Of([.. hub.Zip(held, static (search, answer) => search - answer)]));
    }

    private static async Task<double> PerAnswerAsync(MacroContext context, IReadOnlyList<byte[]> requests, double idle)
    {
        var before = await context.Server.MemoryAsync(collect: false);
        var load = await context.ClosedAsync(requests, 1, context.Options.Round);
        var after = await context.Server.MemoryAsync(collect: false);
        return (after.Allocated - before.Allocated - (idle * load.Elapsed.TotalSeconds)) / load.Answered;
    }

    /// <summary>Bytes a second that the server allocates without a request, the asking for them included.</summary>
    private static async Task<double> IdleAsync(MacroContext context)
    {
        await context.Server.MemoryAsync(collect: false);
        var before = await context.Server.MemoryAsync(collect: false);
        await Task.Delay(context.Options.Round, TimeProvider.System, CancellationToken.None);
        var after = await context.Server.MemoryAsync(collect: false);
        return (after.Allocated - before.Allocated) / context.Options.Round.TotalSeconds;
    }
}
