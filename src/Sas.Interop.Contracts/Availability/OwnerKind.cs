namespace Sas.Interop.Contracts.Availability;

/// <summary>What an <see cref="OwnerKey"/> designates.</summary>
public enum OwnerKind
{
    /// <summary>A health professional (INT_R01, INT_R04), by 8 + RPPS or 0 + ADELI.</summary>
    Practitioner = 1,

    /// <summary>An SOS Médecins association, by 3 + SIRET.</summary>
    Association = 2,
}
