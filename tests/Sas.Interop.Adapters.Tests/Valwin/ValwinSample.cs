using System.Globalization;
using System.Text.Json;

namespace Sas.Interop.Adapters.Tests.Valwin;

/// <summary>Writes answers in the vendor's shape, with invented names and ids.</summary>
internal static class ValwinSample
{
    public const string Website = "https://pharmacie.example.org";

    public static readonly (string Id, string Label) Vaccination = ("00000000-0000-4000-8000-0000000000f1", "Vaccination");

    public static readonly (string Id, string Label) Test = ("00000000-0000-4000-8000-0000000000f2", "Test rapide ");

    public static object Item(string? start, string? end, params (string Id, string Label)[] types) => new
    {
        start,
        end,
        timeDivisionId = "00000000-0000-3000-8000-0000000000e1",
        meetingConfigurationId = "00000000-0000-4000-8000-0000000000e2",
        title = "test antigenique ",
        types = types.Select(static type => new { id = type.Id, label = type.Label, image = "https://example.org/v.jpg" }),
        websiteUrl = Website,
        pharmacyName = "Pharmacie fictive",
    };

    public static string Page(object[] items, string? next = null, int? total = null, int nbPages = 1, int currentPage = 1) => JsonSerializer.Serialize(new
    {
        links = new { next, total = total ?? items.Length, prev = (string?)null, pageSize = 60, currentPage, nbPages },
        result = items,
    });

    public static string List(params (string Id, bool Has, string? Next, string ZipCode)[] pharmacies) => JsonSerializer.Serialize(
        pharmacies.Select(static (pharmacy, index) => (pharmacy, index)).ToDictionary(
            static pair => string.Create(CultureInfo.InvariantCulture, $"Pharmacie {pair.index}"),
            static pair => new
            {
                id = pair.pharmacy.Id,
                name = "Pharmacie fictive",
                address = new { street = "1 rue Inventée", street2 = (string?)null, zipCode = pair.pharmacy.ZipCode, city = "Exempleville" },
                geoTag = new { longitude = 2.1, latitude = 48.1 },
                websiteUrl = Website,
                hasAvailableSlot = pair.pharmacy.Has,
                nextAvailableSlot = pair.pharmacy.Next,
            }));
}
