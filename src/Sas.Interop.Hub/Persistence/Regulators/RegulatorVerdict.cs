namespace Sas.Interop.Hub.Persistence.Regulators;

/// <summary>What became of a write.</summary>
internal enum RegulatorVerdict
{
    /// <summary>A new account.</summary>
    Created,

    /// <summary>A new version of an account.</summary>
    Changed,

    /// <summary>The account says the same already, or was there already under the condition of the create.</summary>
    Unchanged,

    /// <summary>An active account has the identifier.</summary>
    Duplicate,

    /// <summary>The account is not in the version that the caller requires.</summary>
    PreconditionFailed,

    /// <summary>The identifiers lead to several accounts.</summary>
    SeveralMatches,

    /// <summary>No more accounts are kept.</summary>
    Full,

    /// <summary>The account has had too many identifiers.</summary>
    TooManyIdentifiers,
}

/// <summary>What became of a write, and what is kept afterwards.</summary>
/// <param name="Verdict">Whether it was made.</param>
/// <param name="Now">The account; null when the write was refused.</param>
internal sealed record RegulatorWritten(RegulatorVerdict Verdict, StoredRegulator? Now);
