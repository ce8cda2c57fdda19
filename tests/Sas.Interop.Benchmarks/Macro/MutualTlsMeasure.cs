using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.NationalLoad.Driving;

namespace Sas.Interop.Benchmarks.Macro;

/// <summary>What it costs a search that its caller is told by a certificate: the same searches of the same country, over mutual TLS and over plain HTTP.</summary>
internal sealed class MutualTlsMeasure : IMeasure
{
    private const int Practitioners = 20_000;
    private const double LoadShare = 0.3;
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(0.4);

    public string Name => "mutual-tls";

    public async Task RunAsync(MacroContext context)
    {
        using var trust = new BenchTrust(TimeProvider.System);
        var practitioners = $"{Math.Min(Practitioners, context.Options.Practitioners)}";
        await using var plain = await ServerProcess.StartAsync("serve", "--practitioners", practitioners);
        await using var secure = await ServerProcess.StartAsync("serve", "--practitioners", practitioners, "--hub-callers", trust.CallersFile);
        var open = new LoadSettings { Target = plain.Address, Connections = context.Options.Connections, Duration = Longer(context.Options.Round), LikeNetwork = true };
        var shown = open with { Target = secure.Facts.SecureAddress ?? throw new InvalidOperationException("The hub does not listen with TLS."), Trust = trust.Platform };
        var list = await CompareAsync(context, (open, shown), 25);
        var one = await CompareAsync(context, (open, shown), 1);
        var rate = list.Secure.Median * LoadShare;
        var late = new LoadSettings { Target = plain.Address, Connections = context.Options.OpenConnections, Rate = rate, Duration = Longer(context.Options.LongRound), LikeNetwork = true };
        var (secureP99, plainP99, p99) = await Spread.AlternateAsync(
            (context.Options.Rounds + 1) / 2,
            () => P99Async(late with { Target = shown.Target, Trust = trust.Platform }, list.Requests),
            () => P99Async(late, list.Requests));
        var begin = await ConnectAsync(context, shown, one.Requests[0]);
        var beginPlain = await ConnectAsync(context, open, one.Requests[0]);
        context.Report.Add(new Finding(
            Budget.MutualTls,
            Percent(list.Ratio),
            $"Two hubs with the same {practitioners} practitioners, one with a list of callers (TLS 1.3, certificates of P-256, a revocation list that is looked at) and one in development mode, loaded in turn. Closed loop, {context.Options.Connections} kept-alive connections, rounds of {context.Options.Round.TotalSeconds:0.#} s. Hub and client share the processors, so that the client's own share of the encryption is in the ratio; segments are those of Ethernet. An answer has about 600 KB for 25 practitioners, 24 KB for one.",
            [
                new Detail("mutual TLS, 25 practitioners", Figures.Rate(list.Secure)),
                new Detail("plain, 25 practitioners", Figures.Rate(list.Plain)),
                new Detail("ratio, 1 practitioner", string.Create(CultureInfo.InvariantCulture, $"{one.Ratio.Median * 100:0} % ({one.Ratio.Low * 100:0}–{one.Ratio.High * 100:0}): {Figures.Rate(one.Secure)} against {Figures.Rate(one.Plain)}")),
                new Detail("p99 at one offered load", string.Create(CultureInfo.InvariantCulture, $"{p99.Median:0.00} × ({p99.Low:0.00}–{p99.High:0.00}): {Figures.Milliseconds(secureP99)} against {Figures.Milliseconds(plainP99)}, open loop at {rate:0}/s")),
                new Detail("a connection of its own for each search", $"{Figures.Milliseconds(begin)} with the handshake, {Figures.Milliseconds(beginPlain)} plain"),
            ]));
    }

    private static async Task<Compared> CompareAsync(MacroContext context, (LoadSettings Open, LoadSettings Shown) loads, int practitioners)
    {
        var most = Math.Min(Practitioners, context.Options.Practitioners);
        var country = BenchCountry.Of(most);
        byte[][] requests = [.. Enumerable.Range(0, 32).Select(i => PlatformMix.List(country, (int)((long)i * most / 32), practitioners, BenchCountry.Start).ToBytes(loads.Open.Target))];
        await LoadDriver.RunAsync(loads.Shown, requests);
        await LoadDriver.RunAsync(loads.Open, requests);
        var (secure, plain, ratio) = await Spread.AlternateAsync(context.Options.Rounds, () => RateAsync(loads.Shown, requests), () => RateAsync(loads.Open, requests));
        return new Compared(requests, secure, plain, ratio);
    }

    private static async Task<double> RateAsync(LoadSettings settings, IReadOnlyList<byte[]> requests) => MacroContext.Sound(await LoadDriver.RunAsync(settings, requests)).Rate;

    private static async Task<double> P99Async(LoadSettings settings, IReadOnlyList<byte[]> requests) =>
        MacroContext.Sound(await LoadDriver.RunAsync(settings, requests)).Latency.Percentile(0.99).TotalMilliseconds;

    /// <summary>Milliseconds of a search with a connection made for it, one after the other.</summary>
    private static Task<Spread> ConnectAsync(MacroContext context, LoadSettings settings, byte[] request) => Task.Run(() =>
    {
        var time = TimeProvider.System;
        var taken = new List<double>();
        for (var since = time.GetTimestamp(); time.GetElapsedTime(since) < context.Options.Round;)
        {
            var began = time.GetTimestamp();
            using var connection = new RawConnection(settings);
            if (connection.Exchange(request).Status != 200)
            {
                throw new InvalidOperationException("A search on a connection of its own failed.");
            }

            taken.Add(time.GetElapsedTime(began).TotalMilliseconds);
        }

        return Spread.Of(taken);
    });

    // A connection begins with its handshake, which takes a part of its round.
    private static TimeSpan Longer(TimeSpan round) => round < Least ? Least : round;

    private static Spread Percent(Spread ratio) => ratio with { Median = ratio.Median * 100, Low = ratio.Low * 100, High = ratio.High * 100 };

    /// <summary>What one shape of search showed.</summary>
    private sealed record Compared(IReadOnlyList<byte[]> Requests, Spread Secure, Spread Plain, Spread Ratio);
}
