namespace Sas.Interop.Hub.Security.Certificates;

/// <summary>Words of a certificate as they may stand in a log: short, on one line.</summary>
internal static class PrintableText
{
    private const int Longest = 100;

    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "none";
        }

        var cut = text.Length > Longest ? text[..Longest] + "..." : text;
        return string.Concat(cut.Select(static c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\'' ? '?' : c));
    }
}
