using System.Globalization;

namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>The keys that each dialect's mocked feeds answer to; the patterns stand in <c>docs/dialects</c>.</summary>
internal static class VendorKeys
{
    /// <param name="dialect">The dialect.</param>
    /// <param name="number">Number of the practitioner, 1 to 999.</param>
    /// <param name="overseas">Whether the place is in La Réunion.</param>
    /// <param name="empty">Whether the agenda has nothing free.</param>
    public static IReadOnlyDictionary<string, string> Of(string dialect, int number, bool overseas, bool empty)
    {
        var n = number.ToString(CultureInfo.InvariantCulture);
        var variant = empty ? "none-" : overseas ? "re-" : string.Empty;
        return dialect switch
        {
            "doctolib" => Keys(("profile", $"sandbox-{variant}{n}")),
            "keldoc" => Keys(("type", "cabinet-medical"), ("location", "sandbox"), ("slug", $"sandbox-{variant}{n}")),
            "maiia" => Keys(("center", $"5a{(empty ? 4 : overseas ? 2 : 1)}{number:000000000000000000000}"), ("page", $"medecin-generaliste/sandbox/sandbox-{n}")),
            "valwin" => Keys(("pharmacy", $"sandbox-{(empty ? "none-" : overseas ? "reunion-" : string.Empty)}{n}")),
            // Its national list names 60 pharmacies of the mainland, 20 overseas and 20 without slots; only those have a booking page.
            "mesoigner" => Keys(("center", empty ? $"{2001 + (number % 20)}" : overseas ? $"{1001 + (number % 20)}" : $"{1 + (number % 60)}")),
            // Its national list names 60 pharmacies of the mainland and 20 overseas.
            "bimedoc" => Keys(("pharmacy", $"00000000-0000-4000-8000-00000000{(empty ? $"2{number:000}" : overseas ? $"1{(number % 20) + 1:000}" : $"0{(number % 60) + 1:000}")}")),
            "ordoclic" => Keys(("slug", $"sandbox-{variant}{n}")),
            "mapharma" => Keys(("pharmacy", $"sandbox-{variant}{n}")),
            "avecmondoc" => Keys(("slug", $"sandbox-{variant}{n}")),
            _ => Keys(),
        };
    }

    private static Dictionary<string, string> Keys(params (string Name, string Value)[] keys) =>
        keys.ToDictionary(static key => key.Name, static key => key.Value);
}
