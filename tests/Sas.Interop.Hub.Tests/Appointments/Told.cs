using System.Text;
using System.Text.Json.Nodes;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Appointments.Notices;
using Sas.Interop.Hub.Fhir.Write;

namespace Sas.Interop.Hub.Tests.Appointments;

/// <summary>Invented appointments as vendors tell them.</summary>
internal static class Told
{
    public const string System = "https://rdv.vendor.example/appointments";
    public const string Practitioner = "810000000017";
    public const string Regulator = "3990000581/11242343";
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static JsonObject OfPractitioner(string value = "r-1", string status = "booked") => Parse($$$"""
        {"resourceType":"Appointment","meta":{"profile":["{{{ProfileUrls.Appointment}}}"]},
         "extension":[{"url":"{{{ExtensionUrls.AppointmentOperator}}}","valueReference":{"identifier":{{{Identifier("IDNPS", IdentifierSystems.NationalPractitioner, Regulator)}}}}}],
         "identifier":[{"system":"{{{System}}}","value":"{{{value}}}"}],"status":"{{{status}}}","start":"2026-04-01T09:00:00+02:00","end":"2026-04-01T09:15:00+02:00",
         "created":"2026-03-28T08:00:00+01:00","participant":[{"actor":{"identifier":{{{Identifier("IDNPS", IdentifierSystems.NationalPractitioner, Practitioner)}}}},"status":"accepted"}]}
        """);

    /// <summary>The association has not said who will come (CONTRACT §4.4).</summary>
    public static JsonObject PendingOfSos(string value = "s-1") => Parse($$$"""
        {"resourceType":"Appointment","meta":{"profile":["{{{ProfileUrls.AppointmentSos}}}"]},
         "extension":[{"url":"{{{ExtensionUrls.AppointmentOperator}}}","valueReference":{"identifier":{{{Identifier("INTRN", IdentifierSystems.SasPlatform, "4fe2b1f1-0000-4000-8000-000000000001")}}}}}],
         "identifier":[{"system":"{{{System}}}","value":"{{{value}}}"}],"status":"pending","start":"2026-04-01T09:00:00.000+02:00","end":"2026-04-01T10:00:00.000+02:00",
         "participant":[{"type":[{"coding":[{"system":"{{{CodeSystems.ParticipationType}}}","code":"ADM"}]}],"status":"needs-action"}]}
        """);

    public static (AppointmentNotice? Notice, IReadOnlyList<WriteFault> Faults) Read(JsonObject json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json.ToJsonString());
        var read = FhirJson.Read<Appointment>(utf8, FhirReadOptions.Default);
        Assert.That(read.Resource, Is.Not.Null);
        return read.Resource is { } resource ? NoticeReader.Read(new Written<Appointment>(resource, utf8), Longest) : default;
    }

    public static AppointmentNotice Notice(JsonObject json)
    {
        var (notice, faults) = Read(json);
        Assert.That(faults, Is.Empty);
        return notice ?? throw new InvalidOperationException("A notice without faults is one.");
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)?.AsObject() ?? throw new InvalidOperationException("A sample is an object.");

    private static string Identifier(string code, string system, string value) =>
        $$$"""{"type":{"coding":[{"system":"{{{CodeSystems.IdentifierType}}}","code":"{{{code}}}"}]},"system":"{{{system}}}","value":"{{{value}}}"}""";
}
