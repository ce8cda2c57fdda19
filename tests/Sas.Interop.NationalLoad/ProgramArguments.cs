using System.Numerics;

namespace Sas.Interop.NationalLoad;

/// <summary>A verb, and options as <c>--name value</c> or <c>--name</c> alone.</summary>
internal sealed class ProgramArguments
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    public ProgramArguments(IReadOnlyList<string> args)
    {
        Verb = args.Count > 0 && !args[0].StartsWith("--", StringComparison.Ordinal) ? args[0] : string.Empty;
        for (var i = Verb.Length > 0 ? 1 : 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                throw new ArgumentException($"'{args[i]}' is no option: options begin with two dashes.");
            }

            var hasValue = i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal);
            _options[args[i][2..]] = hasValue ? args[++i] : string.Empty;
        }
    }

    /// <summary>Empty when there is none.</summary>
    public string Verb { get; }

    public bool Has(string name) => _options.ContainsKey(name);

    public string? Text(string name) => _options.GetValueOrDefault(name);

    /// <exception cref="ArgumentException">The value is no number.</exception>
    public T Number<T>(string name, T otherwise)
        where T : INumber<T> =>
        !_options.TryGetValue(name, out var text)
            ? otherwise
            : T.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw new ArgumentException($"--{name} needs a number.");
}
