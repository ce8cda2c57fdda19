namespace Sas.Interop.NationalLoad.Population;

/// <summary>
/// A generator that depends on nothing but what it is asked about: the splitmix64 finalizer over a chain of numbers. Any part of the country can be made alone,
/// in any order, on any thread, and comes out the same.
/// </summary>
internal readonly record struct Dice(ulong State)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>From 0 inclusive to 1 exclusive.</summary>
    public double Share => (Mix(State) >> 11) * (1.0 / (1UL << 53));

    /// <summary>The dice for one part of what these are for.</summary>
    public Dice With(long part) => new(Mix(State + Golden + Mix((ulong)part + Golden)));

    public Dice With(Subject subject) => With((long)subject + 1_000_003);

    /// <summary>From 0 to below a bound.</summary>
    public int Below(int bound) => (int)(ulong)(((UInt128)Mix(State) * (ulong)bound) >> 64);

    public T Pick<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    /// <summary>The first item whose running sum of weights exceeds the roll.</summary>
    public int PickWeighted(ReadOnlySpan<double> runningSums)
    {
        var roll = Share * runningSums[^1];
        var index = 0;
        while (index < runningSums.Length - 1 && roll >= runningSums[index])
        {
            index++;
        }

        return index;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
