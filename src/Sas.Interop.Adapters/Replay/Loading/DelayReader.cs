using System.Collections.Frozen;

namespace Sas.Interop.Adapters.Replay.Loading;

/// <summary>Reads the delays of a response.</summary>
internal static class DelayReader
{
    private static readonly int Longest = (int)ResponseDelay.Longest.TotalMilliseconds;

    public static ResponseDelay Read(MappingElement response)
    {
        var constant = TimeSpan.FromMilliseconds(response.Whole("fixedDelayMilliseconds", 0, Longest) ?? 0);
        if (response.Member("delayDistribution") is not { } distribution)
        {
            return new ResponseDelay(constant);
        }

        var type = distribution.Text("type");
        switch (type)
        {
            case "uniform":
                distribution.IsObject(FrozenSet.ToFrozenSet(["type", "lower", "upper"]), StubReader.NoNames);
                var (low, high) = (distribution.Whole("lower", 0, Longest), distribution.Whole("upper", 0, Longest));
                Require(distribution, low <= high, "lower and upper, in this order");
                return new ResponseDelay(constant, type, low ?? 0, high ?? 0);
            case "lognormal":
                distribution.IsObject(FrozenSet.ToFrozenSet(["type", "median", "sigma", "maxValue"]), StubReader.NoNames);
                var (median, sigma) = (distribution.Real("median", 0, Longest), distribution.Real("sigma", 0, 10));
                Require(distribution, median is not null && sigma is not null, "median and sigma");
                return new ResponseDelay(constant, type, median ?? 0, sigma ?? 0, distribution.Real("maxValue", 0, Longest));
            case "fixed":
                distribution.IsObject(FrozenSet.ToFrozenSet(["type", "milliseconds"]), StubReader.NoNames);
                var milliseconds = distribution.Whole("milliseconds", 0, Longest);
                Require(distribution, milliseconds is not null, "milliseconds");
                return new ResponseDelay(constant + TimeSpan.FromMilliseconds(milliseconds ?? 0));
            default:
                distribution.Fault("The type must be uniform, lognormal or fixed.");
                return new ResponseDelay(constant);
        }
    }

    public static Dribble? ReadDribble(MappingElement response)
    {
        if (response.Member("chunkedDribbleDelay") is not { } dribble
            || !dribble.IsObject(FrozenSet.ToFrozenSet(["numberOfChunks", "totalDuration"]), StubReader.NoNames))
        {
            return null;
        }

        var (chunks, duration) = (dribble.Whole("numberOfChunks", 1, 10_000), dribble.Whole("totalDuration", 0, Longest));
        Require(dribble, chunks is not null && duration is not null, "numberOfChunks and totalDuration");
        return chunks is null || duration is null ? null : new Dribble(chunks.Value, TimeSpan.FromMilliseconds(duration.Value));
    }

    private static void Require(MappingElement element, bool holds, string what)
    {
        if (!holds)
        {
            element.Fault($"It needs {what}.");
        }
    }
}
