namespace Sas.Interop.Contracts.Fhir.Profiles;

/// <summary>Code systems of the contract (CONTRACT §6.1): the spelling to emit, and the others to accept.</summary>
public static class CodeSystems
{
    /// <summary>Type of identifier, on practitioners and references; the spelling to emit (D20).</summary>
    public const string IdentifierType = "http://interopsante.org/fhir/CodeSystem/fr-v2-0203";

    /// <summary>Type of identifier in fr.core 2.x; accepted (D19, D20).</summary>
    public const string IdentifierTypeCore2 = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203";

    /// <summary>Type of identifier, stray alias; accepted (D20).</summary>
    public const string IdentifierTypeStray = "http://interopsante.org/CodeSystem/v2-0203";

    /// <summary>Type of identifier on Location and Organization; the spelling to emit there (D19, D45).</summary>
    public const string LocationIdentifierType = "http://interopsante.org/fhir/CodeSystem/fr-location-identifier-type";

    /// <summary>Type of identifier on Location and Organization in fr.core 2.x; accepted.</summary>
    public const string LocationIdentifierTypeCore2 = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-location-identifier-type";

    /// <summary>Slot types in <c>Slot.meta.security</c>.</summary>
    public const string SlotType = "https://mos.esante.gouv.fr/NOS/TRE_R314-TypeCreneau/FHIR/TRE-R314-TypeCreneau";

    /// <summary>Consultation types in <c>Slot.serviceType</c>.</summary>
    public const string ConsultationType = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    /// <summary>Establishment category, 604 on CPTS slots; the spelling to emit (D17).</summary>
    public const string EstablishmentCategory = "https://mos.esante.gouv.fr/NOS/TRE_R66-CategorieEtablissement/FHIR/TRE-R66-CategorieEtablissement";

    /// <summary>Establishment category as in the prose; accepted (D17).</summary>
    public const string EstablishmentCategoryProse = "https://mos.esante.gouv.fr/NOS/TRE_R66-CategorieEtablissement/TRE_R66-CategorieEtablissement";

    /// <summary>Establishment category as in the FAQ; accepted (D17).</summary>
    public const string EstablishmentCategoryFaq = "https://mos.esante.gouv.fr/NOS/TRE_R66-CategorieEtablissement";

    /// <summary>Booking mode in <c>Slot.appointmentType</c>.</summary>
    public const string AppointmentType = "http://terminology.hl7.org/CodeSystem/v2-0276";

    /// <summary>Specialties of the professional order, in <c>Slot.specialty</c>.</summary>
    public const string Specialty = "https://mos.esante.gouv.fr/NOS/TRE_R38-SpecialiteOrdinale/FHIR/TRE-R38-SpecialiteOrdinale";

    /// <summary>Health professions, INT_L02.</summary>
    public const string Profession = "https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante";

    /// <summary>Orientation categories of guide 1.2.0 (D32).</summary>
    public const string OrientationCategory = "https://interop.esante.gouv.fr/ig/fhir/sas/CodeSystem/categorie-orientation-sas-codesystem";

    /// <summary>Status of a participant of an appointment.</summary>
    public const string ParticipationStatus = "http://hl7.org/fhir/participationstatus";

    /// <summary>Role of a participant, <c>ADM</c> while the practitioner is not known (CONTRACT §4.4).</summary>
    public const string ParticipationType = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";

    /// <summary>Whether a system is any accepted spelling of the identifier types, those of places and structures included (D19, D20, D45).</summary>
    /// <param name="system">What was received.</param>
    /// <returns>Whether its codes are IDNPS, IDNST, INTRN.</returns>
    public static bool IsIdentifierType(string? system) => system
        is IdentifierType or IdentifierTypeCore2 or IdentifierTypeStray or LocationIdentifierType or LocationIdentifierTypeCore2;

    /// <summary>Whether a system is any accepted spelling of the establishment categories (D17).</summary>
    /// <param name="system">What was received.</param>
    /// <returns>Whether its code 604 means a CPTS.</returns>
    public static bool IsEstablishmentCategory(string? system) => system
        is EstablishmentCategory or EstablishmentCategoryProse or EstablishmentCategoryFaq;
}
