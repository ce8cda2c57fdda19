namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>References between resources that <c>_include</c> and <c>_revinclude</c> may follow.</summary>
[Flags]
internal enum ResourceLinks
{
    None = 0,

    /// <summary><c>Schedule:actor</c>, practitioners.</summary>
    ScheduleToPractitioner = 1,

    /// <summary><c>Schedule:actor</c>, places of practice.</summary>
    ScheduleToRole = 2,

    /// <summary><c>Schedule:actor</c>, places of associations.</summary>
    ScheduleToLocation = 4,

    /// <summary><c>PractitionerRole:practitioner</c>.</summary>
    RoleToPractitioner = 8,

    /// <summary><c>Location:organization</c>.</summary>
    LocationToOrganization = 16,

    /// <summary><c>HealthcareService:organization</c>.</summary>
    ServiceToOrganization = 32,
}
