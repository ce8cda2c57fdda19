using System.Globalization;

namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>Makes identifiers whose check digit is right, so that nobody is warned of invented ones.</summary>
internal static class CheckDigits
{
    /// <summary>8 and an RPPS.</summary>
    public static string Practitioner(int number) => "8" + WithLuhn(string.Create(CultureInfo.InvariantCulture, $"1099{number:000000}"));

    /// <summary>1 and a FINESS.</summary>
    public static string Finess(string department, int number) =>
        "1" + WithLuhn(string.Create(CultureInfo.InvariantCulture, $"{(department == "2A" ? "20" : department[..2])}0{number:00000}"));

    /// <summary>3 and a SIRET.</summary>
    public static string Siret(int number)
    {
        var siren = WithLuhn(string.Create(CultureInfo.InvariantCulture, $"99{number:000000}"));
        return "3" + WithLuhn(siren + "0001");
    }

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
