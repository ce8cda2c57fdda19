using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.NationalLoad.Driving;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.Benchmarks.Macro;

/// <summary>Search time in an index against that in one of a hundredth of its size, inside the process and over HTTP.</summary>
internal sealed class ScaleMeasure : IMeasure
{
    private const int Hundredth = 100;
    private const int Lists = 500;

    public string Name => "scale";

    public async Task RunAsync(MacroContext context)
    {
        await using var large = await StartAsync(context.Options.LargePractitioners);
        await using var small = await StartAsync(context.Options.LargePractitioners / Hundredth);
        var (inLarge, inSmall) = (Searches(context.Options.LargePractitioners), Searches(context.Options.LargePractitioners / Hundredth));
        await InsideAsync(context, large, inLarge);
        await InsideAsync(context, small, inSmall);
        await HttpAsync(context, large, inLarge);
        await HttpAsync(context, small, inSmall);
        var inside = await Spread.AlternateAsync(context.Options.Rounds, () => InsideAsync(context, large, inLarge), () => InsideAsync(context, small, inSmall));
        var http = await Spread.AlternateAsync(context.Options.Rounds, () => HttpAsync(context, large, inLarge), () => HttpAsync(context, small, inSmall));
        context.Report.Add(new Finding(
            Budget.Scale,
            http.Ratio,
            "Two servers at once, asked in turn: lists of 25 practitioners over three days from all over each country, of one density. Over HTTP: one connection, closed loop. Inside: the endpoint called in the server's process, its answer thrown away. Time per kilobyte of answer, since lists differ a little.",
            [
                new Detail("indexes", string.Create(CultureInfo.InvariantCulture, $"{large.Facts.Slots:N0} and {small.Facts.Slots:N0} slots")),
                new Detail("over HTTP", $"{Figures.Microseconds(http.One)} against {Figures.Microseconds(http.Other)} for a kilobyte"),
                new Detail("inside the process", $"{Figures.Microseconds(inside.One)} against {Figures.Microseconds(inside.Other)} for a kilobyte: {inside.Ratio.Median:0.00} ({inside.Ratio.Low:0.00}–{inside.Ratio.High:0.00})"),
            ]));
    }

    private static Task<ServerProcess> StartAsync(int practitioners) =>
        ServerProcess.StartAsync("serve", "--practitioners", practitioners.ToString(CultureInfo.InvariantCulture));

    private static List<SlotSearchRequest> Searches(int practitioners)
    {
        var country = BenchCountry.Of(practitioners);
        var dice = country.Dice.With(Subject.Popularity);
        return [.. Enumerable.Range(0, Lists).Select(i => PlatformMix.List(country, dice.With(i).Below(practitioners), PlatformMix.LongestList, BenchCountry.Start))];
    }

    private static async Task<double> InsideAsync(MacroContext context, ServerProcess server, List<SlotSearchRequest> searches)
    {
        var facts = await server.SearchInsideAsync(searches.Select(static search => search.Target), context.Options.Round);
        return facts.Seconds * 1e9 / facts.Bytes;
    }

    private static async Task<double> HttpAsync(MacroContext context, ServerProcess server, List<SlotSearchRequest> searches)
    {
        var settings = new LoadSettings { Target = server.Address, Connections = 1, Duration = context.Options.Round };
        var load = MacroContext.Sound(await LoadDriver.RunAsync(settings, [.. searches.Select(search => search.ToBytes(server.Address))]));
        return load.Elapsed.TotalSeconds * 1e9 / load.BodyBytes;
    }
}
