namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>What a search wants beside its matches; honoured, never demanded.</summary>
[Flags]
internal enum SearchIncludes
{
    None = 0,

    /// <summary><c>_include=Slot:schedule</c>.</summary>
    Schedules = 1,

    /// <summary><c>_include:iterate=Schedule:actor</c>, practitioners.</summary>
    Practitioners = 2,

    /// <summary><c>_include:iterate=Schedule:actor</c>, places of practice.</summary>
    Roles = 4,

    /// <summary><c>_include=Slot:service-type-reference</c>.</summary>
    HealthcareServices = 8,

    /// <summary><c>_include:iterate=HealthcareService:organization</c>.</summary>
    Communities = 16,

    /// <summary><c>_revinclude=Slot:schedule</c>.</summary>
    Slots = 32,

    /// <summary><c>_include=Schedule:actor:Location</c>.</summary>
    Locations = 64,

    /// <summary><c>_include:iterate=Location:organization</c>.</summary>
    Associations = 128,
}
