using System.Text.Json;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.NationalLoad.Feeds;

/// <summary>Writes what slots of one kind have in common.</summary>
internal static class KindCodes
{
    public static readonly (SlotTypes Type, string Code)[] Types =
    [
        (SlotTypes.Public, SlotTypeCodes.Public),
        (SlotTypes.Professional, SlotTypeCodes.Professional),
        (SlotTypes.Snp, SlotTypeCodes.UnscheduledCare),
        (SlotTypes.Cpts, SlotTypeCodes.Cpts),
    ];

    private static readonly (ConsultationTypes Type, string Code)[] Consultations =
    [
        (ConsultationTypes.Ambulatory, ConsultationTypeCodes.AtPractice),
        (ConsultationTypes.Home, ConsultationTypeCodes.AtHome),
        (ConsultationTypes.Virtual, ConsultationTypeCodes.Remote),
    ];

    public static void Write(Utf8JsonWriter json, SlotKind kind)
    {
        json.WriteStartArray("serviceType");
        foreach (var (type, code) in Consultations)
        {
            if (kind.Consultations.HasFlag(type))
            {
                json.WriteStartObject();
                FeedWriter.Concept(json, CodeSystems.ConsultationType, code);
                json.WriteEndObject();
            }
        }

        foreach (var reason in kind.Reasons)
        {
            json.WriteStartObject();
            json.WriteString("text", reason);
            json.WriteEndObject();
        }

        foreach (var community in kind.Communities)
        {
            Community(json, community);
        }

        json.WriteEndArray();
        Specialties(json, kind);
        json.WriteStartObject("appointmentType");
        FeedWriter.Concept(json, CodeSystems.AppointmentType, kind.Mode == BookingMode.WalkIn ? AppointmentTypeCodes.WalkIn : AppointmentTypeCodes.Routine);
        json.WriteEndObject();
    }

    private static void Specialties(Utf8JsonWriter json, SlotKind kind)
    {
        if (kind.Specialties.Count == 0)
        {
            return;
        }

        json.WriteStartArray("specialty");
        foreach (var specialty in kind.Specialties)
        {
            json.WriteStartObject();
            FeedWriter.Concept(json, CodeSystems.Specialty, specialty.Code ?? string.Empty);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Community(Utf8JsonWriter json, Cpts community)
    {
        json.WriteStartObject();
        json.WriteStartArray("extension");
        json.WriteStartObject();
        json.WriteString("url", ExtensionUrls.SlotServiceType);
        json.WriteStartObject("valueReference");
        json.WriteString("reference", $"HealthcareService/hs-{community.Finess}");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        FeedWriter.Concept(json, CodeSystems.EstablishmentCategory, EstablishmentCategoryCodes.Cpts);
        json.WriteEndObject();
    }
}
