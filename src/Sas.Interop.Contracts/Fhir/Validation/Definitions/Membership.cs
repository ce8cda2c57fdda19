namespace Sas.Interop.Contracts.Fhir.Validation.Definitions;

/// <summary>Whether a code is in a value set.</summary>
internal enum Membership
{
    /// <summary>It is not.</summary>
    No,

    /// <summary>It is.</summary>
    Yes,

    /// <summary>The known definitions do not tell.</summary>
    Unknown,
}
