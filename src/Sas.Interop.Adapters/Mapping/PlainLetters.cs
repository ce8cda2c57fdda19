using System.Text;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>
/// French text in lower case without accents, for comparing and for paths. A table, because the host runs without the culture data that decomposing needs.
/// </summary>
internal static class PlainLetters
{
    private const string Accented = "àâäáãåçéèêëíìîïñóòôöõúùûüýÿ";
    private const string Plain = "aaaaaaceeeeiiiinooooouuuuyy";

    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var lower = char.ToLowerInvariant(c);
            var at = Accented.IndexOf(lower, StringComparison.Ordinal);
            _ = (at, lower) switch
            {
                ( >= 0, _) => plain.Append(Plain[at]),
                (_, 'œ') => plain.Append("oe"),
                (_, 'æ') => plain.Append("ae"),
                (_, >= '\u0300' and <= '\u036F') => plain, // An accent written apart from its letter.
                _ => plain.Append(lower),
            };
        }

        return plain.ToString();
    }
}
