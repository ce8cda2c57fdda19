using System.Text;

namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>The texts of a plain regular expression as a state machine, to tell whether two expressions share a text.</summary>
internal sealed class RegexAutomaton
{
    private const int MaxPairs = 50_000;
    private readonly IReadOnlyList<IReadOnlyList<(CharSet? Set, int To)>> _edges;
    private readonly int _start;
    private readonly int _end;

    private RegexAutomaton(IReadOnlyList<IReadOnlyList<(CharSet? Set, int To)>> edges, int start, int end) => (_edges, _start, _end) = (edges, start, end);

    /// <summary>Makes the machine; null when the expression has more than literals, classes, groups, alternatives and repetitions.</summary>
    public static RegexAutomaton? TryMake(string pattern)
    {
        var builder = new RegexAutomatonBuilder(pattern);
        return builder.TryBuild(out var start, out var end) ? new RegexAutomaton(builder.Edges, start, end) : null;
    }

    /// <summary>A pattern that matches just this text.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length * 2);
        foreach (var c in text)
        {
            escaped.Append(char.IsLetterOrDigit(c) ? "" : "\\").Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>Whether some text satisfies both; true when it takes too long to tell.</summary>
    public static bool Meet(RegexAutomaton? left, RegexAutomaton? right)
    {
        if (left is null || right is null)
        {
            return true;
        }

        var seen = new HashSet<(int Left, int Right)> { (left._start, right._start) };
        var open = new Queue<(int Left, int Right)>(seen);
        while (open.TryDequeue(out var pair))
        {
            if ((pair.Left == left._end && pair.Right == right._end) || seen.Count > MaxPairs)
            {
                return true;
            }

            foreach (var next in Steps(left, right, pair).Where(seen.Add))
            {
                open.Enqueue(next);
            }
        }

        return false;
    }

    private static IEnumerable<(int Left, int Right)> Steps(RegexAutomaton left, RegexAutomaton right, (int Left, int Right) pair)
    {
        foreach (var (set, to) in left._edges[pair.Left])
        {
            if (set is null)
            {
                yield return (to, pair.Right);
                continue;
            }

            foreach (var other in right._edges[pair.Right].Where(other => other.Set is not null && set.Meets(other.Set)))
            {
                yield return (to, other.To);
            }
        }

        foreach (var (set, to) in right._edges[pair.Right])
        {
            if (set is null)
            {
                yield return (pair.Left, to);
            }
        }
    }
}
