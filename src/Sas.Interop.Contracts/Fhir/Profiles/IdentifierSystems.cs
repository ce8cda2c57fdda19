namespace Sas.Interop.Contracts.Fhir.Profiles;

/// <summary>Authorities in <c>Identifier.system</c> (CONTRACT §6.1). A vendor uses its own OID or URL.</summary>
public static class IdentifierSystems
{
    /// <summary>National ids of health professionals: RPPS, ADELI.</summary>
    public const string NationalPractitioner = "urn:oid:1.2.250.1.71.4.2.1";

    /// <summary>National ids of structures: FINESS, SIRET, RPPS rang, ADELI rang.</summary>
    public const string NationalStructure = "urn:oid:1.2.250.1.71.4.2.2";

    /// <summary>Technical ids of regulators on the national platform; also its <c>meta.source</c> (D25).</summary>
    public const string SasPlatform = "urn:oid:1.2.250.1.213.3.6";
}
