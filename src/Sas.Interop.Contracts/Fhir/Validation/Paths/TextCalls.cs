namespace Sas.Interop.Contracts.Fhir.Validation.Paths;

/// <summary>The functions on one text that take texts or numbers.</summary>
internal static class TextCalls
{
    public static IReadOnlyList<object> Apply(string name, string? text, IReadOnlyList<IReadOnlyList<object>> arguments)
    {
        if (text is null || arguments.Any(static argument => argument.Count == 0))
        {
            return PathValue.None;
        }

        return name == "substring" ? Substring(text, arguments) : Compare(name, text, PathValue.Text(arguments[0]) ?? "", arguments);
    }

    private static IReadOnlyList<object> Compare(string name, string text, string part, IReadOnlyList<IReadOnlyList<object>> arguments) => name switch
    {
        "startsWith" => PathValue.Of(text.StartsWith(part, StringComparison.Ordinal)),
        "endsWith" => PathValue.Of(text.EndsWith(part, StringComparison.Ordinal)),
        "contains" => PathValue.Of(text.Contains(part, StringComparison.Ordinal)),
        "indexOf" => [(decimal)text.IndexOf(part, StringComparison.Ordinal)],
        _ when part.Length > 0 => [text.Replace(part, PathValue.Text(arguments[1]) ?? "", StringComparison.Ordinal)],
        _ => [text],
    };

    private static IReadOnlyList<object> Substring(string text, IReadOnlyList<IReadOnlyList<object>> arguments)
    {
        var start = PathValue.Number(arguments[0]) ?? 0;
        if (start < 0 || start >= text.Length)
        {
            return PathValue.None;
        }

        var length = arguments.Count > 1 ? Math.Max(0, PathValue.Number(arguments[1]) ?? 0) : text.Length;
        return [text.Substring(start, Math.Min(length, text.Length - start))];
    }
}
