namespace Sas.Interop.Hub.Fhir.Write.Privacy;

/// <summary>The rule of each type that is written. A room whose resource has words adds its rule as a service, and its line to <c>docs/privacy.md</c>.</summary>
/// <param name="rules">The registered rules; of two for one type the later goes before.</param>
internal sealed class TextRules(IEnumerable<TextRule> rules)
{
    private readonly Dictionary<string, TextRule> _byType = rules.GroupBy(static rule => rule.Type, StringComparer.Ordinal)
        .ToDictionary(static group => group.Key, static group => group.Last(), StringComparer.Ordinal);

    /// <summary>Appointments and care requests have none, so that they need no line here.</summary>
    public static IReadOnlyList<TextRule> Usual { get; } =
    [
        // A regulator: a professional, known by name and mail (CONTRACT §4.2).
        new("Practitioner", ["name.family", "name.given", "name.prefix", "name.suffix", "name.text", "telecom.value"], []),

        // The arguments of the operations: names of parameters, and values that are keys.
        new("Parameters", [], ["parameter.name", "parameter.valueString"]),
    ];

    public TextRule Of(string type) => _byType.GetValueOrDefault(type) ?? TextRule.None(type);
}
