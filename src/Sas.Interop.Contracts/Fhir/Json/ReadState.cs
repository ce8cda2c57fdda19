using System.Globalization;
using System.Text;

namespace Sas.Interop.Contracts.Fhir.Json;

/// <summary>What one reading carries along: bounds, path, issues, and the texts that repeat.</summary>
internal sealed class ReadState(FhirReadOptions options)
{
    private const int CacheSize = 256;
    private const int CachedLength = 128;
    private readonly string?[] _texts = new string?[CacheSize];
    private readonly List<PathSegment> _path = [];
    private List<FhirIssue> _issues = [];
    private bool _capped;

    public FhirReadOptions Options { get; } = options;

    public bool IsStopped { get; private set; }

    public bool HasErrors { get; private set; }

    /// <summary>Position and depth of the text's first byte within the whole document, for texts that are parts of one.</summary>
    public TextOrigin Origin { get; set; } = TextOrigin.Start;

    public void Push(string name) => _path.Add(new PathSegment(name, -1));

    public void Pop() => _path.RemoveAt(_path.Count - 1);

    public void SetIndex(int index) => _path[^1] = _path[^1] with { Index = index };

    /// <summary>Drops what an interrupted reading left on the path.</summary>
    public void CutPath(int length) => _path.RemoveRange(length, _path.Count - length);

    public void Stop(string rule, string message, int line, int column)
    {
        HasErrors = true;
        IsStopped = true;
        Add(FhirIssueSeverity.Error, rule, message, line, column);
    }

    /// <summary>Whether a further issue would be listed; notes an error all the same.</summary>
    public bool Admits(FhirIssueSeverity severity)
    {
        HasErrors |= severity == FhirIssueSeverity.Error;
        if (_issues.Count < Options.MaxIssues)
        {
            return true;
        }

        if (!_capped)
        {
            _capped = true;
            var message = string.Create(CultureInfo.InvariantCulture, $"More issues were found; only the first {Options.MaxIssues} are listed.");
            Add(FhirIssueSeverity.Warning, FhirIssueRules.More, message, 1, 1);
        }

        return false;
    }

    public void Add(FhirIssueSeverity severity, string rule, string message, int line, int column) =>
        _issues.Add(new FhirIssue { Severity = severity, Rule = rule, Path = FormatPath(), Line = line, Column = column, Message = message });

    /// <summary>Hands over the issues found so far and starts a new list.</summary>
    public (IReadOnlyList<FhirIssue> Issues, bool HasErrors) TakeIssues()
    {
        var taken = (_issues.Count == 0 ? (IReadOnlyList<FhirIssue>)[] : _issues, HasErrors);
        _issues = _issues.Count == 0 ? _issues : [];
        HasErrors = false;
        _capped = false;
        return taken;
    }

    /// <summary>One string per distinct short text: systems, codes and profiles repeat in every slot.</summary>
    public string Intern(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > CachedLength)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        var hash = default(HashCode);
        hash.AddBytes(utf8);
        ref var cached = ref _texts[hash.ToHashCode() & (CacheSize - 1)];
        if (cached is null || !Ascii.Equals(utf8, cached))
        {
            cached = Encoding.UTF8.GetString(utf8);
        }

        return cached;
    }

    // A name that no element could have may be anything, the name of a person as well, and is not repeated.
    private static string Shown(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? name : "?";

    private string FormatPath()
    {
        var text = new StringBuilder();
        foreach (var segment in _path)
        {
            if (text.Length > 0)
            {
                text.Append('.');
            }

            text.Append(Shown(segment.Name));
            if (segment.Index >= 0)
            {
                text.Append('[').Append(segment.Index).Append(']');
            }
        }

        return text.ToString();
    }

    private readonly record struct PathSegment(string Name, int Index);
}
