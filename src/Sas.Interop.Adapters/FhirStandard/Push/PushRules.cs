namespace Sas.Interop.Adapters.FhirStandard.Push;

/// <summary>Rules that a pushed Bundle can break beyond those of reading, as named in its issues.</summary>
internal static class PushRules
{
    /// <summary>An element that the contract needs is missing.</summary>
    public const string Required = "required";

    /// <summary>A value cannot be: an end before its start, an identifier that is none.</summary>
    public const string Value = "value";

    /// <summary>A reference leads to nothing in the Bundle.</summary>
    public const string Reference = "reference";

    /// <summary>Two entries of one address with different contents.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>A type of Bundle, resource or request that a push may not hold.</summary>
    public const string NotSupported = "not-supported";

    /// <summary>Something names a patient, which the hub never accepts.</summary>
    public const string PatientData = "patient-data";
}
