using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Hub.Availability.Rendering;

/// <summary>Renders what the slots of one kind share, once, at ingest (CONTRACT §5.2).</summary>
internal static class SlotRenderer
{
    /// <summary>Accents stay as they are; only what JSON demands is escaped.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static SlotTemplate Render(string ownerId, string placeId, SlotKind kind) => new()
    {
        Types = kind.Types,
        IsBookable = kind.Mode != BookingMode.WalkIn && kind.BookingUrl is not null,
        UrlToId = Encoding.UTF8.GetBytes($"/Slot/{ownerId}-"),
        IdToId = Encoding.UTF8.GetBytes($"\",\"resource\":{{\"resourceType\":\"Slot\",\"id\":\"{ownerId}-"),
        IdToStart = IdToStart(ownerId, placeId, kind),
        EndToEntryEnd = EndToEntryEnd(kind),
    };

    /// <summary>
    /// The page to book on, always with a query: the platform's own tools add <c>origin</c> by appending <c>&amp;origin=</c> to the text (D38, CERTIFICATION §5).
    /// </summary>
    public static string? BookingPage(Uri? url)
    {
        if (url is null)
        {
            return null;
        }

        return url.Query.Length > 1
            ? url.AbsoluteUri
            : new UriBuilder(url) { Query = "via=sas", Port = url.IsDefaultPort ? -1 : url.Port }.Uri.AbsoluteUri;
    }

    private static byte[] IdToStart(string ownerId, string placeId, SlotKind kind)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, WriterOptions))
        {
            json.WriteStartObject();
            WriteMeta(json, kind);
            WriteServiceTypes(json, kind);
            WriteSpecialties(json, kind);
            if (kind.Mode != BookingMode.Unknown)
            {
                json.WriteStartObject("appointmentType");
                WriteCodings(json, CodeSystems.AppointmentType, kind.Mode == BookingMode.Routine ? "ROUTINE" : "WALKIN");
                json.WriteEndObject();
            }

            json.WriteStartObject("schedule");
            json.WriteString("reference", $"Schedule/{ownerId}-{placeId}");
            json.WriteEndObject();
            json.WriteString("status", "free");
            json.WriteEndObject();
        }

        // Without its braces the object becomes the middle of the resource.
        return [.. "\","u8, .. buffer.WrittenSpan[1..^1], .. ",\"start\":\""u8];
    }

    private static byte[] EndToEntryEnd(SlotKind kind)
    {
        var page = BookingPage(kind.BookingUrl);
        var comment = page is null ? "\"" : $"\",\"comment\":\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(page)}\"";
        return Encoding.UTF8.GetBytes(comment + "},\"search\":{\"mode\":\"match\"}}");
    }

    private static void WriteMeta(Utf8JsonWriter json, SlotKind kind)
    {
        json.WriteStartObject("meta");
        json.WriteStartArray("profile");
        json.WriteStringValue(ProfileUrls.SlotIndividual);
        json.WriteEndArray();
        json.WriteStartArray("security");
        WriteSecurity(json, kind.Types, SlotTypes.Public, "PUBLIC");
        WriteSecurity(json, kind.Types, SlotTypes.Professional, "PRO");
        WriteSecurity(json, kind.Types, SlotTypes.Snp, "SNP");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSecurity(Utf8JsonWriter json, SlotTypes types, SlotTypes type, string code)
    {
        if (types.HasFlag(type))
        {
            WriteCoding(json, CodeSystems.SlotType, code);
        }
    }

    private static void WriteServiceTypes(Utf8JsonWriter json, SlotKind kind)
    {
        if (kind.Consultations == ConsultationTypes.None && kind.Reasons.Count == 0)
        {
            return;
        }

        json.WriteStartArray("serviceType");
        WriteConsultation(json, kind.Consultations, ConsultationTypes.Ambulatory, "AMB");
        WriteConsultation(json, kind.Consultations, ConsultationTypes.Home, "HH");
        WriteConsultation(json, kind.Consultations, ConsultationTypes.Virtual, "VR");
        foreach (var reason in kind.Reasons)
        {
            json.WriteStartObject();
            json.WriteString("text", reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
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

    private static void WriteSpecialties(Utf8JsonWriter json, SlotKind kind)
    {
        if (kind.Specialties.Count == 0)
        {
            return;
        }

        json.WriteStartArray("specialty");
        foreach (var specialty in kind.Specialties)
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
