using System.Globalization;
using System.Text;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Configuration.Directories;

namespace Sas.Interop.Hub.Tests.Configuration.Directories;

internal static class DirectorySamples
{
    public const string Json = """
        {
          "$schema": "./docs/schemas/directory.schema.json",
          "practitioners": [
            {
              "id": "810000000001", "family": "Exemple", "given": ["Anne", "Marie"], "specialties": ["SM54", "Acupuncture"],
              "places": [
                {
                  "id": "p-2", "name": "Cabinet deux", "structure": "750000001", "line": "2 rue Inventée", "city": "Saint-Denis", "postalCode": "97400",
                  "phone": "02 62 00 00 02", "vendors": [{ "vendor": "doctolib", "keys": { "profile": "anne", "practice": 7 }, "slotTypes": ["PUBLIC", "SNP"] }]
                },
                {
                  "id": "p-1", "name": "Cabinet un", "city": "Paris", "postalCode": "1000", "phone": "01 99 00 00 01", "timeZone": "Europe/Paris",
                  "vendors": [
                    { "vendor": "doctolib", "keys": { "profile": "anne", "practice": 8 } },
                    { "vendor": "maiia", "keys": { "center": "c1" }, "bookingUrl": "https://maiia.example/c1" }
                  ]
                }
              ],
              "vendors": [{ "vendor": "clickdoc" }]
            },
            { "id": "10000000027", "family": "Modèle", "vendors": [{ "vendor": "clickdoc" }] }
          ],
          "associations": [{ "siret": "12345678200010", "name": "SOS Exemple", "phone": "0199000003", "vendors": [{ "vendor": "maincare" }] }],
          "communities": [{ "finess": "750000019", "name": "CPTS Exemple", "phone": "+33199000004", "members": ["10000000001"] }],
        }
        """;

    public static readonly string[] Vendors = ["doctolib", "maiia", "clickdoc", "maincare"];

    public static string Csv(char separator) => string.Join('\n', CsvLines).Replace(';', separator);

    private static readonly string[] CsvLines =
    [
        "kind;id;family;given;specialties;communities;ownerPhone;placeId;placeName;structure;line;city;postalCode;placePhone;timeZone;vendor;keys;slotTypes;bookingUrl",
        "practitioner;810000000001;Exemple;Anne|Marie;SM54|Acupuncture;750000019;;p-1;\"Cabinet un\";;;Paris;1000;01 99 00 00 01;Europe/Paris;doctolib;profile=anne|practice=8;;",
        "community;750000019;CPTS Exemple;;;;+33199000004;;;;;;;;;;;;",
        ";10000000027;Modèle;;;;;;;;;;;;;clickdoc;;;",
        "association;312345678200010;SOS Exemple;;;;0199000003;;;;;;;;;maincare;;;",
        string.Empty,
        ";10000000001;;;;;;p-2;Cabinet deux;1750000001;2 rue Inventée;Saint-Denis;97400;02 62 00 00 02;;doctolib;practice=7|profile=anne;PUBLIC|SNP;",
        ";810000000001;;;;;;p-1;;;;;;;;maiia;center=c1;;https://maiia.example/c1",
        ";810000000001;;;;;;;;;;;;;;clickdoc;;;\r",
    ];

    /// <summary>All that a directory says, as text that can be compared.</summary>
    public static string Print(DirectoryModel model)
    {
        var text = new StringBuilder();
        foreach (var (vendor, targets) in model.Targets.OrderBy(static vendor => vendor.Key, StringComparer.Ordinal))
        {
            foreach (var target in targets)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{vendor}: {Print(target)}");
            }
        }

        foreach (var (owner, communities) in model.CommunitiesOf.OrderBy(static owner => owner.Key))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{owner} in {string.Join(" ", communities)}");
        }

        return text.ToString();
    }

    public static async Task<(DirectoryModel Model, IReadOnlyList<string> Faults, IReadOnlyList<string> Warnings)> ReadAsync(string text, string name = "directory.json")
    {
        using var folder = new TempFolder();
        var reading = await DirectoryReader.ReadAsync([new DirectoryFile(folder.Write(name, text), null)], Vendors, CancellationToken.None);
        return (reading.Model, [.. reading.Faults.Select(static fault => fault.ToString())], [.. reading.Warnings.Select(static warning => warning.ToString())]);
    }

    private static string Print(PullTarget target)
    {
        var details = target.OwnerDetails;
        var keys = string.Join(' ', target.Keys.OrderBy(static key => key.Key, StringComparer.Ordinal));
        var names = $"{details?.Family}/{string.Join(' ', details?.Given ?? [])}/{details?.Phone}";
        return $"{target.Owner} {target.Owner.Kind} {names} {target.Place} {keys} {target.DefaultTypes} {string.Join(' ', target.Specialties)} {target.BookingUrl}";
    }
}
