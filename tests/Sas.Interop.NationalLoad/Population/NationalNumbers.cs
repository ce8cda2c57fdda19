namespace Sas.Interop.NationalLoad.Population;

/// <summary>
/// National identifiers with right check digits, from ranges that nobody uses. Practitioners get theirs in no visible order, as in life, and the number can be
/// read back, so that a feed finds its owner without a table.
/// </summary>
internal static class NationalNumbers
{
    public const int MostPractitioners = 1_000_000;
    private const int Multiplier = 611_953;
    private const int Shift = 271_828;

    // Euler: a^(phi(m)-1) undoes a modulo m.
    private static readonly int Inverse = (int)System.Numerics.BigInteger.ModPow(Multiplier, 400_000 - 1, MostPractitioners);

    /// <summary>8 and an RPPS.</summary>
    public static string Practitioner(int number)
    {
        var spread = (int)((((long)number * Multiplier) + Shift) % MostPractitioners);
        return "8" + WithLuhn(string.Create(CultureInfo.InvariantCulture, $"1098{spread:000000}"));
    }

    /// <returns>The number behind an identifier of this range; null for any other text.</returns>
    public static int? PractitionerOf(ReadOnlySpan<char> prefixed) =>
        prefixed.Length == 12 && prefixed.StartsWith("81098") && int.TryParse(prefixed[5..11], NumberStyles.None, CultureInfo.InvariantCulture, out var spread)
            ? (int)((long)(spread - Shift + MostPractitioners) % MostPractitioners * Inverse % MostPractitioners)
            : null;

    /// <summary>1 and a FINESS.</summary>
    public static string Finess(string department, int number) =>
        "1" + WithLuhn(string.Create(CultureInfo.InvariantCulture, $"{department}{number % 1_000_000:000000}"));

    /// <summary>3 and a SIRET.</summary>
    public static string Siret(int number) => "3" + WithLuhn(WithLuhn(string.Create(CultureInfo.InvariantCulture, $"98{number:000000}")) + "0001");

    /// <returns>The number behind a SIRET of this range; null for any other text.</returns>
    public static int? SiretOf(ReadOnlySpan<char> prefixed) =>
        prefixed.Length == 15 && prefixed.StartsWith("398") && int.TryParse(prefixed[3..9], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string WithLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var value = digits[^(i + 1)] - '0';
            value = i % 2 == 0 ? value * 2 : value;
            sum += value > 9 ? value - 9 : value;
        }

        return digits + (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
