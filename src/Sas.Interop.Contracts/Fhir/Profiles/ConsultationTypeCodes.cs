namespace Sas.Interop.Contracts.Fhir.Profiles;

/// <summary>Ways of consultation that the platform handles (CONTRACT §6.3, D41).</summary>
public static class ConsultationTypeCodes
{
    /// <summary>At the practice.</summary>
    public const string AtPractice = "AMB";

    /// <summary>At the patient's home.</summary>
    public const string AtHome = "HH";

    /// <summary>Teleconsultation.</summary>
    public const string Remote = "VR";
}
