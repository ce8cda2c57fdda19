namespace Sas.Interop.Contracts.Fhir.Profiles;

/// <summary>Canonical URLs of the extensions of the contract.</summary>
public static class ExtensionUrls
{
    /// <summary>R5 back-port that links a CPTS service type to its HealthcareService (CONTRACT §5.2, D18).</summary>
    public const string SlotServiceType = "http://hl7.org/fhir/5.0/StructureDefinition/extension-Slot.serviceType";

    /// <summary>Who booked: the regulator (CONTRACT §5.9).</summary>
    public const string AppointmentOperator = "http://interopsante.org/fhir/StructureDefinition/FrAppointmentOperator";

    /// <summary>Orientation category of guide 1.2.0; ignored when received, never sent (D32).</summary>
    public const string OrientationCategory = "https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/sas-categorie-orientation";
}
