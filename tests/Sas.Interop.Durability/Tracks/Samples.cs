using System.Text.Json.Nodes;

namespace Sas.Interop.Durability.Tracks;

/// <summary>Resources as vendors and the platform write them, with invented values.</summary>
internal static class Samples
{
    public const string NationalSystem = "urn:oid:1.2.250.1.71.4.2.1";
    public const string PlatformSystem = "urn:oid:1.2.250.1.213.3.6";
    private const string TypeSystem = "http://interopsante.org/fhir/CodeSystem/fr-v2-0203";

    /// <summary>An appointment whose content is a number: its start is that many minutes after a fixed one.</summary>
    /// <param name="about">What does not change.</param>
    /// <param name="number">The state.</param>
    /// <param name="status">FHIR status.</param>
    public static string Appointment(AppointmentAbout about, int number, string status)
    {
        var start = about.First.AddMinutes(number);
        return new JsonObject
        {
            ["resourceType"] = "Appointment",
            ["meta"] = new JsonObject { ["versionId"] = number.ToString(CultureInfo.InvariantCulture), ["profile"] = new JsonArray("http://sas.fr/fhir/StructureDefinition/FrAppointmentSAS") },
            ["extension"] = new JsonArray(new JsonObject
            {
                ["url"] = "http://interopsante.org/fhir/StructureDefinition/FrAppointmentOperator",
                ["valueReference"] = new JsonObject { ["identifier"] = Identifier("INTRN", PlatformSystem, about.Regulator) },
            }),
            ["identifier"] = new JsonArray(new JsonObject { ["system"] = about.System, ["value"] = about.Value }),
            ["status"] = status,
            ["start"] = Text(start),
            ["end"] = Text(about.First.AddMinutes(number + 15)),
            ["created"] = Text(about.First.AddDays(-1)),
            ["participant"] = new JsonArray(new JsonObject
            {
                ["actor"] = new JsonObject { ["identifier"] = Identifier("IDNPS", NationalSystem, about.Owner) },
                ["status"] = "accepted",
            }),
        }.ToJsonString();
    }

    /// <summary>A regulator's account whose content is a number: it stands in the mail.</summary>
    public static string Regulator(string value, int number, bool active) => new JsonObject
    {
        ["resourceType"] = "Practitioner",
        ["meta"] = new JsonObject { ["source"] = PlatformSystem, ["profile"] = new JsonArray("https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/FrPractitionerRegul") },
        ["identifier"] = new JsonArray(Identifier("INTRN", PlatformSystem, value)),
        ["active"] = active,
        ["name"] = new JsonArray(new JsonObject { ["family"] = "Exemple", ["given"] = new JsonArray("Anne") }),
        ["telecom"] = new JsonArray(new JsonObject { ["system"] = "email", ["value"] = string.Create(CultureInfo.InvariantCulture, $"r{number}@regulation.example") }),
    }.ToJsonString();

    /// <summary>The criterion of a conditional write.</summary>
    public static string Criterion(string type, string system, string value) =>
        $"fhir/{type}?identifier={Uri.EscapeDataString(system)}%7C{Uri.EscapeDataString(value)}";

    public static JsonObject Identifier(string type, string system, string value) => new()
    {
        ["type"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = TypeSystem, ["code"] = type }) },
        ["system"] = system,
        ["value"] = value,
    };

    public static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
}

/// <summary>What never changes of an appointment.</summary>
/// <param name="System">The vendor's identifier system.</param>
/// <param name="Value">The vendor's identifier.</param>
/// <param name="Owner">The practitioner, with prefix.</param>
/// <param name="Regulator">Technical identifier of the regulator.</param>
/// <param name="First">Start of the state number 0.</param>
internal sealed record AppointmentAbout(string System, string Value, string Owner, string Regulator, DateTimeOffset First)
{
    public string Criterion => Samples.Criterion("Appointment", System, Value);
}
