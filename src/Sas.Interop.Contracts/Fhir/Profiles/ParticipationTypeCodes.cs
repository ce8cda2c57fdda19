namespace Sas.Interop.Contracts.Fhir.Profiles;

/// <summary>Role of a participant that is not known yet (CONTRACT §4.4).</summary>
public static class ParticipationTypeCodes
{
    /// <summary>Stands for the practitioner until the association confirms.</summary>
    public const string Admitter = "ADM";
}
