namespace Sas.Interop.Contracts.Fhir.Profiles;

/// <summary>Codes of the kind of an identifier (CONTRACT §6.2).</summary>
public static class IdentifierTypeCodes
{
    /// <summary>National identifier of a health professional.</summary>
    public const string NationalPractitioner = "IDNPS";

    /// <summary>National identifier of a structure.</summary>
    public const string NationalStructure = "IDNST";

    /// <summary>Internal identifier: technical id of the platform, or a vendor id.</summary>
    public const string Internal = "INTRN";
}
