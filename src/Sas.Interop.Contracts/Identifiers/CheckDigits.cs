namespace Sas.Interop.Contracts.Identifiers;

/// <summary>Sums that catch mistyped digits.</summary>
internal static class CheckDigits
{
    // The postal operator has more establishments than the check leaves room for; all digits of theirs add up to a multiple of five instead.
    private const string PostalSiren = "356000000";

    /// <summary>Whether the digits satisfy Luhn's sum.</summary>
    public static bool IsLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return sum % 10 == 0;
    }

    /// <summary>Whether 14 digits are a SIRET: Luhn's sum, or the sum of the postal operator's own establishments.</summary>
    public static bool IsSiret(string digits) =>
        IsLuhn(digits) || (digits.StartsWith(PostalSiren, StringComparison.Ordinal) && digits.Sum(static digit => digit - '0') % 5 == 0);
}
