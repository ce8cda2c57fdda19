namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>Counties ("départements") as postal codes tell them: two digits, three overseas, 2A and 2B in Corsica. A few towns have the postal code of the county beside theirs.</summary>
internal static class Counties
{
    /// <returns>The county; null when there is no postal code of five digits.</returns>
    public static string? Of(string? postalCode)
    {
        if (postalCode is not { Length: 5 } || !postalCode.All(char.IsAsciiDigit))
        {
            return null;
        }

        return postalCode[..2] switch
        {
            "97" or "98" => postalCode[..3],
            "20" => postalCode[2] is '0' or '1' ? "2A" : "2B",
            var county => county,
        };
    }

    /// <summary>Whether a text is a county that postal codes can tell.</summary>
    public static bool IsCounty(string text) => text.Length switch
    {
        2 => text is "2A" or "2B" || (text.All(char.IsAsciiDigit) && text is not ("00" or "20" or "97" or "98" or "99")),
        3 => text.All(char.IsAsciiDigit) && text[..2] is "97" or "98",
        _ => false,
    };
}
