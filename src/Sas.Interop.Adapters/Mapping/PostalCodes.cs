namespace Sas.Interop.Adapters.Mapping;

/// <summary>Postal codes as five digits: blanks removed, a lost leading zero put back (VENDORS §2).</summary>
internal static class PostalCodes
{
    public static string? Normalize(string? text)
    {
        if (text is null || text.Length > 16)
        {
            return null;
        }

        var digits = string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));
        if (!digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        return digits.Length switch
        {
            5 => digits,
            4 => "0" + digits,
            _ => null,
        };
    }
}
