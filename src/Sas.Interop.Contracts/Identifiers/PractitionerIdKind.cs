namespace Sas.Interop.Contracts.Identifiers;

/// <summary>Kinds of national identifier of a health professional.</summary>
public enum PractitionerIdKind
{
    /// <summary><see cref="RppsId"/>.</summary>
    Rpps,

    /// <summary><see cref="AdeliId"/>.</summary>
    Adeli,
}
