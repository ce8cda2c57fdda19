namespace Sas.Interop.Hub.Configuration.Source;

/// <summary>Words of a file as they may stand in a message: short, on one line, without control characters.</summary>
internal static class Quoted
{
    private const int Longest = 60;

    public static string Plain(string text)
    {
        var cut = text.Length > Longest ? text[..Longest] + "..." : text;
        return string.Concat(cut.Select(static c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ? '?' : c));
    }

    public static string Text(string text) => $"'{Plain(text)}'";

    public static string List(IEnumerable<string> names) => string.Join(", ", names);
}
