using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Hub.Availability.Rendering;

/// <summary>Renders what all slots of one kind share, once, at the first search that shows it (CONTRACT §5.2, §6.3, §7.1).</summary>
internal static class KindRenderer
{
    // Accents stay as they are; only what JSON demands is escaped.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Escape(string text) => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text);

    /// <summary>From after <c>meta.lastUpdated</c> to inside the reference to the schedule.</summary>
    public static byte[] Middle(SlotKind kind, SlotFlow flow)
    {
        var meta = Members(json => WriteMeta(json, kind, flow));
        var body = Members(json => WriteBody(json, kind, flow));

        // The body ends in "schedule":{"reference":"Schedule/"}, where the id of the schedule goes before the last two bytes.
        return [.. "\","u8, .. meta, .. "},"u8, .. body.AsSpan(..^2)];
    }

    public static string ProfileOf(SlotFlow flow) => flow switch
    {
        SlotFlow.Individual => ProfileUrls.SlotIndividual,
        SlotFlow.Community => ProfileUrls.SlotCpts,
        _ => ProfileUrls.SlotSos,
    };

    private static byte[] Members(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, WriterOptions))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan[1..^1].ToArray();
    }

    private static void WriteBody(Utf8JsonWriter json, SlotKind kind, SlotFlow flow)
    {
        WriteServiceTypes(json, kind, flow);
        WriteSpecialties(json, flow == SlotFlow.Association ? [] : kind.Specialties);
        if (kind.Mode != BookingMode.Unknown)
        {
            json.WriteStartObject("appointmentType");
            WriteCodings(json, CodeSystems.AppointmentType, kind.Mode == BookingMode.Routine ? "ROUTINE" : "WALKIN");
            json.WriteEndObject();
        }

        json.WriteStartObject("schedule");
        json.WriteString("reference", "Schedule/");
        json.WriteEndObject();
    }

    private static void WriteMeta(Utf8JsonWriter json, SlotKind kind, SlotFlow flow)
    {
        json.WriteStartArray("profile");
        json.WriteStringValue(ProfileOf(flow));
        json.WriteEndArray();
        json.WriteStartArray("security");
        WriteSecurity(json, kind.Types, SlotTypes.Public, "PUBLIC");
        if (flow != SlotFlow.Association)
        {
            WriteSecurity(json, kind.Types, SlotTypes.Professional, "PRO");
        }

        WriteSecurity(json, kind.Types, SlotTypes.Snp, "SNP");
        if (flow == SlotFlow.Community && kind.Communities.Count > 0)
        {
            WriteSecurity(json, kind.Types, SlotTypes.Cpts, "CPTS");
        }

        json.WriteEndArray();
    }

    private static void WriteSecurity(Utf8JsonWriter json, SlotTypes types, SlotTypes type, string code)
    {
        if (types.HasFlag(type))
        {
            WriteCoding(json, CodeSystems.SlotType, code);
        }
    }

    private static void WriteServiceTypes(Utf8JsonWriter json, SlotKind kind, SlotFlow flow)
    {
        var reasons = flow == SlotFlow.Association ? [] : kind.Reasons;
        var communities = flow == SlotFlow.Community ? kind.Communities : [];
        if (kind.Consultations == ConsultationTypes.None && reasons.Count == 0 && communities.Count == 0)
        {
            return;
        }

        json.WriteStartArray("serviceType");
        WriteConsultation(json, kind.Consultations, ConsultationTypes.Ambulatory, "AMB");
        WriteConsultation(json, kind.Consultations, ConsultationTypes.Home, "HH");
        WriteConsultation(json, kind.Consultations, ConsultationTypes.Virtual, "VR");
        foreach (var reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString("text", reason);
            json.WriteEndObject();
        }

        foreach (var community in communities)
        {
            WriteCommunity(json, community);
        }

        json.WriteEndArray();
    }

    private static void WriteCommunity(Utf8JsonWriter json, Cpts community)
    {
        json.WriteStartObject();
        json.WriteStartArray("extension");
        json.WriteStartObject();
        json.WriteString("url", ExtensionUrls.SlotServiceType);
        json.WriteStartObject("valueReference");
        json.WriteString("reference", $"HealthcareService/{community.Finess}");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        WriteCodings(json, CodeSystems.EstablishmentCategory, EstablishmentCategoryCodes.Cpts);
        json.WriteEndObject();
    }

    private static void WriteConsultation(Utf8JsonWriter json, ConsultationTypes types, ConsultationTypes type, string code)
    {
        if (types.HasFlag(type))
        {
            json.WriteStartObject();
            WriteCodings(json, CodeSystems.ConsultationType, code);
            json.WriteEndObject();
        }
    }

    private static void WriteSpecialties(Utf8JsonWriter json, IReadOnlyList<Specialty> specialties)
    {
        if (specialties.Count == 0)
        {
            return;
        }

        json.WriteStartArray("specialty");
        foreach (var specialty in specialties)
        {
            json.WriteStartObject();
            if (specialty.Code is { } code)
            {
                WriteCodings(json, CodeSystems.Specialty, code);
            }
            else
            {
                json.WriteString("text", specialty.Text);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCodings(Utf8JsonWriter json, string system, string code)
    {
        json.WriteStartArray("coding");
        WriteCoding(json, system, code);
        json.WriteEndArray();
    }

    private static void WriteCoding(Utf8JsonWriter json, string system, string code)
    {
        json.WriteStartObject();
        json.WriteString("system", system);
        json.WriteString("code", code);
        json.WriteEndObject();
    }
}
