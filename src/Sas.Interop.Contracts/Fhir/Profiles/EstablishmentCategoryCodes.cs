namespace Sas.Interop.Contracts.Fhir.Profiles;

/// <summary>Categories of establishment that the contract uses (CONTRACT §6.3).</summary>
public static class EstablishmentCategoryCodes
{
    /// <summary>Territorial professional community.</summary>
    public const string Cpts = "604";

    /// <summary>Health house, MSP.</summary>
    public const string HealthHouse = "603";

    /// <summary>Health centre, CDS.</summary>
    public const string HealthCentre = "124";
}
