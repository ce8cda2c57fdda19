using System.Collections.Frozen;

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>Every function of the template language, by name.</summary>
internal static class TemplateFunctions
{
    /// <summary>Functions that WireMock has and this player refuses: random, machine-dependent, or not needed.</summary>
    private static readonly FrozenSet<string> Elsewhere = FrozenSet.ToFrozenSet(
        [
            "xPath", "soapXPath", "randomValue", "hostname", "formData", "pickRandom", "randomInt", "randomDecimal", "arrayRemove", "formatJson", "formatXml",
            "toJson", "jsonMerge", "jsonRemove", "jsonArrayAdd", "systemValue", "with", "include", "partial", "log", "block", "precompile", "i18n", "i18nJs", "embedded",
            "capitalize", "cut", "center", "ljust", "slugify", "stripTags", "wordWrap", "yesno", "dateFormat", "isEven", "isOdd", "stripes", "abbreviate", "method",
        ],
        StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, TemplateFunction> All =
        new[] { DateFunctions.All, LogicFunctions.All, ListFunctions.All, TextFunctions.All, JsonFunctions.All }
            .SelectMany(static room => room)
            .ToFrozenDictionary(static function => function.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => All.Keys;

    public static TemplateFunction? Find(string name) => All.GetValueOrDefault(name);

    public static bool IsKnownElsewhere(string name) => Elsewhere.Contains(name);

    public static string WhyUnknown(string name) =>
        Elsewhere.Contains(name) ? $"The function '{name}' of WireMock is not supported here" : $"There is no function '{name}'";
}
