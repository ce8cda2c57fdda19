using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Sas.Interop.Adapters.Replay.Templates;

namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>A regular expression as WireMock uses them (dot matches line ends), compiled once and bounded in time.</summary>
internal sealed class JavaRegex
{
    private const int MaxCached = 2048;
    private const int MaxLength = 2000;
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(250);
    private static readonly ConcurrentDictionary<string, JavaRegex> Cache = new(StringComparer.Ordinal);
    private readonly Regex _whole;
    private readonly Regex _part;
    private readonly Lazy<RegexAutomaton?> _automaton;

    private JavaRegex(string pattern)
    {
        Pattern = pattern;
        _automaton = new Lazy<RegexAutomaton?>(() => RegexAutomaton.TryMake(pattern));
        var translated = AsciiClasses(pattern);
        _whole = Compile($@"\A(?:{translated})\z");
        _part = Compile(translated);
    }

    public string Pattern { get; }

    /// <summary>The texts it matches, when they can be told; null for expressions that are not plain.</summary>
    public RegexAutomaton? Automaton => _automaton.Value;

    /// <summary>Compiles a pattern.</summary>
    /// <exception cref="TemplateFaultException">The pattern is malformed or too long.</exception>
    public static JavaRegex For(string pattern)
    {
        if (Cache.TryGetValue(pattern, out var regex))
        {
            return regex;
        }

        if (pattern.Length > MaxLength)
        {
            throw new TemplateFaultException($"A regular expression is longer than {MaxLength} characters.");
        }

        regex = new JavaRegex(pattern);
        if (Cache.Count < MaxCached)
        {
            Cache.TryAdd(pattern, regex);
        }

        return regex;
    }

    /// <summary>Whether the whole text matches; a match that takes too long counts as none.</summary>
    public bool IsWhole(string text)
    {
        try
        {
            return _whole.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>The first match in the text, or null.</summary>
    public Match? Find(string text)
    {
        try
        {
            var match = _part.Match(text);
            return match.Success ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>Java's \d and \w know ASCII only, unlike those here.</summary>
    private static string AsciiClasses(string pattern)
    {
        var text = new StringBuilder(pattern.Length + 16);
        var isInClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length)
            {
                var next = pattern[++i];
                var set = next switch { 'd' => "0-9", 'w' => "a-zA-Z0-9_", _ => null };
                text.Append(set is null ? $"\\{next}" : isInClass ? set : $"[{set}]");
                continue;
            }

            isInClass = pattern[i] switch { '[' => true, ']' => false, _ => isInClass };
            text.Append(pattern[i]);
        }

        return text.ToString();
    }

    private static Regex Compile(string pattern)
    {
        const RegexOptions Common = RegexOptions.Singleline | RegexOptions.CultureInvariant;
        try
        {
            return new Regex(pattern, Common | RegexOptions.NonBacktracking, Timeout);
        }
        catch (NotSupportedException)
        {
            // Look-arounds and back-references need the other engine; the time limit bounds it.
            return CompileBacktracking(pattern, Common);
        }
        catch (ArgumentException exception)
        {
            throw new TemplateFaultException($"The regular expression '{pattern}' is malformed: {exception.Message}", exception);
        }
    }

    private static Regex CompileBacktracking(string pattern, RegexOptions options)
    {
        try
        {
            return new Regex(pattern, options, Timeout);
        }
        catch (ArgumentException exception)
        {
            throw new TemplateFaultException($"The regular expression '{pattern}' is malformed: {exception.Message}", exception);
        }
    }
}
