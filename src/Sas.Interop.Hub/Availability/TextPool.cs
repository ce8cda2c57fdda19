using System.Diagnostics.CodeAnalysis;

namespace Sas.Interop.Hub.Availability;

/// <summary>
/// Gives one instance for equal short texts that many owners share: towns, postal codes, names. Of bounded size: a text may push another one out, which is then
/// only kept twice.
/// </summary>
internal static class TextPool
{
    private const int Size = 1 << 16;
    private const int LongestText = 64;
    private static readonly string?[] Texts = new string?[Size];

    [return: NotNullIfNotNull(nameof(text))]
    public static string? Share(string? text)
    {
        if (text is null || text.Length > LongestText)
        {
            return text;
        }

        var place = (uint)text.GetHashCode(StringComparison.Ordinal) % Size;
        var known = Texts[place];
        if (known is not null && string.Equals(known, text, StringComparison.Ordinal))
        {
            return known;
        }

        Texts[place] = text;
        return text;
    }
}
