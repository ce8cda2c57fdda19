namespace Sas.Interop.Contracts.Fhir.Profiles;

/// <summary>Orientation categories of guide 1.2.0 (CONTRACT §6.3, D32).</summary>
public static class OrientationCategoryCodes
{
    /// <summary>Individual practitioner.</summary>
    public const string Practitioner = "001";

    /// <summary>Marketplace of care requests.</summary>
    public const string Marketplace = "002";

    /// <summary>SOS Médecins.</summary>
    public const string SosMedecins = "003";
}
