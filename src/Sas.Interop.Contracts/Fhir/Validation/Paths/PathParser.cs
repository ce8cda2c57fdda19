using System.Collections.Frozen;
using System.Globalization;

namespace Sas.Interop.Contracts.Fhir.Validation.Paths;

/// <summary>
/// Reads an expression of the subset of FHIRPath: paths, indexes, <c>$this</c>, <c>%resource</c>, <c>%rootResource</c>, written values, the operators
/// <c>and or xor implies = != &lt; &lt;= &gt; &gt;= | + &amp; in contains is as</c>, and the functions of <see cref="CallStep"/>, <see cref="MatchStep"/> and <see cref="TypeStep"/>.
/// </summary>
internal sealed class PathParser
{
    private const int MaxDepth = 40;

    /// <summary>Operators from the loosest to the tightest.</summary>
    private static readonly string[][] Levels =
    [
        ["implies"],
        ["or", "xor"],
        ["and"],
        ["in", "contains"],
        ["=", "!="],
        ["<", "<=", ">", ">="],
        ["|"],
        ["is", "as"],
        ["+", "&"],
    ];

    /// <summary>Functions with their least and most arguments.</summary>
    private static readonly FrozenDictionary<string, (int Least, int Most)> Functions = new Dictionary<string, (int, int)>
    {
        ["where"] = (1, 1),
        ["exists"] = (0, 1),
        ["all"] = (1, 1),
        ["select"] = (1, 1),
        ["iif"] = (2, 3),
        ["union"] = (1, 1),
        ["extension"] = (1, 1),
        ["children"] = (0, 0),
        ["descendants"] = (0, 0),
        ["isDistinct"] = (0, 0),
        ["distinct"] = (0, 0),
        ["skip"] = (1, 1),
        ["take"] = (1, 1),
        ["startsWith"] = (1, 1),
        ["endsWith"] = (1, 1),
        ["contains"] = (1, 1),
        ["substring"] = (1, 2),
        ["indexOf"] = (1, 1),
        ["replace"] = (2, 2),
        ["empty"] = (0, 0),
        ["count"] = (0, 0),
        ["not"] = (0, 0),
        ["hasValue"] = (0, 0),
        ["first"] = (0, 0),
        ["last"] = (0, 0),
        ["tail"] = (0, 0),
        ["single"] = (0, 0),
        ["trace"] = (1, 2),
        ["allTrue"] = (0, 0),
        ["anyTrue"] = (0, 0),
        ["length"] = (0, 0),
        ["lower"] = (0, 0),
        ["upper"] = (0, 0),
        ["toString"] = (0, 0),
        ["matches"] = (1, 1),
        ["ofType"] = (1, 1),
        ["as"] = (1, 1),
        ["is"] = (1, 1),
    }.ToFrozenDictionary();

    private readonly List<PathToken> _tokens;
    private int _at;
    private int _depth;

    private PathParser(List<PathToken> tokens) => _tokens = tokens;

    private PathToken Current => _tokens[_at];

    /// <summary>Reads a whole expression.</summary>
    /// <exception cref="PathException">The expression is outside the subset.</exception>
    public static PathStep Parse(string expression)
    {
        var parser = new PathParser(PathLexer.Read(expression));
        var step = parser.ParseLevel(0);
        return parser.Current.Kind == PathTokenKind.End ? step : throw new PathException("The expression goes on where it should end.");
    }

    private PathStep ParseLevel(int level)
    {
        if (level == Levels.Length)
        {
            return ParsePath();
        }

        var left = ParseLevel(level + 1);
        while (Current.Kind is PathTokenKind.Sign or PathTokenKind.Name && Levels[level].Contains(Current.Text))
        {
            var sign = Take().Text;
            left = sign is "is" or "as" ? new TypeStep(left, TypeName(ParsePath()), sign == "is") : new OperatorStep(sign, left, ParseLevel(level + 1));
        }

        return left;
    }

    private PathStep ParsePath()
    {
        if (++_depth > MaxDepth)
        {
            throw new PathException("The expression is nested too deeply.");
        }

        var step = ParseStart();
        while (Current is { Kind: PathTokenKind.Sign, Text: "." or "[" })
        {
            step = Take().Text == "." ? ParseName(step) : new IndexStep(step, Until("]"));
        }

        _depth--;
        return step;
    }

    private PathStep ParseStart()
    {
        switch (Current.Kind)
        {
            case PathTokenKind.Text:
                return new LiteralStep([Take().Text]);
            case PathTokenKind.Number:
                return new LiteralStep([decimal.Parse(Take().Text, CultureInfo.InvariantCulture)]);
            case PathTokenKind.Variable:
                return Current.Text is "resource" or "rootResource" ? new VariableStep(Take().Text) : throw new PathException("The variable is not known.");
            case PathTokenKind.Name when Current.Text is "true" or "false":
                return new LiteralStep([Take().Text == "true"]);
            case PathTokenKind.Name when Current.Text == "$this":
                return new VariableStep(Take().Text);
            case PathTokenKind.Name:
                return ParseName(null);
            default:
                Expect("(");
                return Until(")");
        }
    }

    private PathStep ParseName(PathStep? owner)
    {
        if (Current.Kind != PathTokenKind.Name || Current.Text.StartsWith('$'))
        {
            throw new PathException("A name is due.");
        }

        var name = Take().Text;
        if (Current is not { Kind: PathTokenKind.Sign, Text: "(" })
        {
            return new MemberStep(owner, name);
        }

        Take();
        List<PathStep> arguments = [];
        while (Current is not { Kind: PathTokenKind.Sign, Text: ")" })
        {
            if (arguments.Count > 0)
            {
                Expect(",");
            }

            arguments.Add(ParseLevel(0));
        }

        Expect(")");
        return ToCall(owner, name, arguments);
    }

    private static PathStep ToCall(PathStep? owner, string name, List<PathStep> arguments)
    {
        if (!Functions.TryGetValue(name, out var takes) || arguments.Count < takes.Least || arguments.Count > takes.Most)
        {
            throw new PathException("The function is not known, or not with these arguments.");
        }

        return name switch
        {
            "matches" => new MatchStep(owner, (arguments[0] as LiteralStep)?.Text ?? throw new PathException("A pattern is a written text.")),
            "ofType" or "as" or "is" => new TypeStep(owner ?? new VariableStep("$this"), TypeName(arguments[0]), name == "is"),
            _ => new CallStep(owner, name, arguments),
        };
    }

    private static string TypeName(PathStep step) => step is MemberStep member ? member.Name : throw new PathException("A type is due.");

    private PathStep Until(string sign)
    {
        var step = ParseLevel(0);
        Expect(sign);
        return step;
    }

    private void Expect(string sign)
    {
        if (Current is not { Kind: PathTokenKind.Sign } || Current.Text != sign)
        {
            throw new PathException("A sign is missing: " + sign);
        }

        Take();
    }

    private PathToken Take() => _tokens[_at++];
}
