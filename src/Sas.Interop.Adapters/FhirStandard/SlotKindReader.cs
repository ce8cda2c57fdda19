using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>Reads what slots share: types, consultations, reasons, specialties, booking mode and address, references to communities.</summary>
internal static class SlotKindReader
{
    private static readonly string[] None = [];

    public static DraftKind Read(Slot slot, KindTable kinds)
    {
        var consultations = ConsultationTypes.None;
        List<string>? reasons = null;
        List<string>? communities = null;
        foreach (var service in slot.ServiceType ?? [])
        {
            if (IsCommunity(service))
            {
                AddDistinct(ref communities, CommunityOf(service));
                continue;
            }

            // D40: one entry may hold a coded consultation type and a reason in words.
            consultations |= ConsultationsOf(service);
            AddDistinct(ref reasons, SasCodes.Text(service.Text));
        }

        var kind = new SlotKind
        {
            Types = TypesOf(slot),
            Consultations = consultations,
            Reasons = reasons is null ? None : reasons,
            Specialties = SpecialtiesOf(slot),
            Mode = ModeOf(slot.AppointmentType),
            BookingUrl = kinds.Address(slot.Comment),
        };
        return kinds.Share(new DraftKind(kind, communities is null ? None : communities));
    }

    /// <summary>Codes other than the four of the contract (<c>private</c> and unknown ones) open a slot to nobody.</summary>
    private static SlotTypes TypesOf(Slot slot)
    {
        var types = SlotTypes.None;
        foreach (var label in slot.Meta?.Security ?? [])
        {
            types |= label.Code?.Trim().ToUpperInvariant() switch
            {
                SlotTypeCodes.Public => SlotTypes.Public,
                SlotTypeCodes.Professional => SlotTypes.Professional,
                SlotTypeCodes.UnscheduledCare => SlotTypes.Snp,
                SlotTypeCodes.Cpts => SlotTypes.Cpts,
                _ => SlotTypes.None,
            };
        }

        return types;
    }

    private static bool IsCommunity(CodeableConcept service) =>
        service.Coding?.Any(static coding => SasCodes.Same(coding.Code, EstablishmentCategoryCodes.Cpts)) == true || CommunityOf(service) is not null;

    private static string? CommunityOf(CodeableConcept service) => service.Extension?
        .FirstOrDefault(static extension => extension.Url == ExtensionUrls.SlotServiceType)?.Value?.As<Reference>()?.Reference;

    /// <summary>The whole list of consultation types is accepted, unknown ones are passed over (D41).</summary>
    private static ConsultationTypes ConsultationsOf(CodeableConcept service)
    {
        var types = ConsultationTypes.None;
        foreach (var coding in service.Coding ?? [])
        {
            types |= coding.Code?.Trim().ToUpperInvariant() switch
            {
                ConsultationTypeCodes.AtPractice => ConsultationTypes.Ambulatory,
                ConsultationTypeCodes.AtHome => ConsultationTypes.Home,
                ConsultationTypeCodes.Remote => ConsultationTypes.Virtual,
                _ => ConsultationTypes.None,
            };
        }

        return types;
    }

    private static Specialty[] SpecialtiesOf(Slot slot) =>
        slot.Specialty is null ? [] : [.. slot.Specialty.Select(SpecialtyOf).OfType<Specialty>().Distinct()];

    /// <summary>A code of the nomenclature when there is one, else the vendor's words, else any other code's words or code (D39).</summary>
    private static Specialty? SpecialtyOf(CodeableConcept concept)
    {
        var known = concept.Coding?.FirstOrDefault(static coding =>
            SasCodes.Text(coding.Code) is not null && coding.System?.Contains(SasCodes.SpecialtySystemPart, StringComparison.OrdinalIgnoreCase) == true);
        if (known is not null)
        {
            return new Specialty(SasCodes.Text(known.Code), SasCodes.Text(concept.Text) ?? SasCodes.Text(known.Display));
        }

        var other = concept.Coding is [var first, ..] ? first : null;
        var words = SasCodes.Text(concept.Text) ?? SasCodes.Text(other?.Display) ?? SasCodes.Text(other?.Code);
        return words is null ? null : new Specialty(null, words);
    }

    private static BookingMode ModeOf(CodeableConcept? appointment)
    {
        foreach (var coding in appointment?.Coding ?? [])
        {
            if (SasCodes.Same(coding.Code, AppointmentTypeCodes.Routine))
            {
                return BookingMode.Routine;
            }

            if (SasCodes.Same(coding.Code, AppointmentTypeCodes.WalkIn))
            {
                return BookingMode.WalkIn;
            }
        }

        return BookingMode.Unknown;
    }

    private static void AddDistinct(ref List<string>? list, string? text)
    {
        if (text is not null && list?.Contains(text) != true)
        {
            (list ??= []).Add(text);
        }
    }
}
