namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>A set of UTF-16 units as sorted, separate ranges.</summary>
/// <param name="Ranges">The ranges, both ends included.</param>
internal sealed record CharSet(IReadOnlyList<(char First, char Last)> Ranges)
{
    public static CharSet Any { get; } = new([('\0', char.MaxValue)]);

    public static CharSet Digits { get; } = new([('0', '9')]);

    public static CharSet Word { get; } = new([('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]);

    public static CharSet Space { get; } = new([('\t', '\r'), (' ', ' ')]);

    public static CharSet One(char c) => new([(c, c)]);

    public static CharSet Union(IEnumerable<CharSet> sets)
    {
        var merged = new List<(char First, char Last)>();
        foreach (var range in sets.SelectMany(static set => set.Ranges).OrderBy(static range => range.First))
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last)
            {
                merged[^1] = (merged[^1].First, (char)Math.Max(merged[^1].Last, range.Last));
            }
            else
            {
                merged.Add(range);
            }
        }

        return new CharSet(merged);
    }

    public CharSet Complement()
    {
        var gaps = new List<(char First, char Last)>();
        var next = 0;
        foreach (var (first, last) in Ranges)
        {
            if (first > next)
            {
                gaps.Add(((char)next, (char)(first - 1)));
            }

            next = last + 1;
        }

        if (next <= char.MaxValue)
        {
            gaps.Add(((char)next, char.MaxValue));
        }

        return new CharSet(gaps);
    }

    public bool Meets(CharSet other) => Ranges.Any(left => other.Ranges.Any(right => left.First <= right.Last && right.First <= left.Last));
}
