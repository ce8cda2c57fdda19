namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>Types of resources that are read by id; the names are those of FHIR.</summary>
internal enum ServedType
{
    Slot,
    Schedule,
    Practitioner,
    PractitionerRole,
    Location,
    Organization,
    HealthcareService,
}
