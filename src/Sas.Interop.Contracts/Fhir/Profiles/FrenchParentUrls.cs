namespace Sas.Interop.Contracts.Fhir.Profiles;

/// <summary>Canonical URLs of the French parents of the national profiles, package hl7.fhir.fr.core 1.1.0 (CONTRACT §5.1).</summary>
public static class FrenchParentUrls
{
    /// <summary>FrSlot, parent of the profiles on Slot.</summary>
    public const string Slot = ProfileUrls.FrenchParentBase + "FrSlot";

    /// <summary>FrSchedule, parent of the profiles on Schedule.</summary>
    public const string Schedule = ProfileUrls.FrenchParentBase + "FrSchedule";

    /// <summary>FrPractitioner, parent of the profiles on Practitioner.</summary>
    public const string Practitioner = ProfileUrls.FrenchParentBase + "FrPractitioner";

    /// <summary>FrPractitionerRoleExercice, parent of the profiles on PractitionerRoleExercice.</summary>
    public const string PractitionerRoleExercice = ProfileUrls.FrenchParentBase + "FrPractitionerRoleExercice";

    /// <summary>FrLocation, parent of the profiles on Location.</summary>
    public const string Location = ProfileUrls.FrenchParentBase + "FrLocation";

    /// <summary>FrOrganization, parent of the profiles on Organization.</summary>
    public const string Organization = ProfileUrls.FrenchParentBase + "FrOrganization";

    /// <summary>FrHealthcareService, parent of the profiles on HealthcareService.</summary>
    public const string HealthcareService = ProfileUrls.FrenchParentBase + "FrHealthcareService";

    /// <summary>FrAppointment, parent of the profiles on Appointment.</summary>
    public const string Appointment = ProfileUrls.FrenchParentBase + "FrAppointment";

    /// <summary>FrContactPoint, parent of the profiles on ContactPoint.</summary>
    public const string ContactPoint = ProfileUrls.FrenchParentBase + "FrContactPoint";

    /// <summary>FrAddress, parent of the profiles on Address.</summary>
    public const string Address = ProfileUrls.FrenchParentBase + "FrAddress";

    /// <summary>FrHumanName, parent of the profiles on HumanName.</summary>
    public const string HumanName = ProfileUrls.FrenchParentBase + "FrHumanName";
}
