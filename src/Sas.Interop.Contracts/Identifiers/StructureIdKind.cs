namespace Sas.Interop.Contracts.Identifiers;

/// <summary>Kinds of national identifier of a structure, in the order of preference when several are known (CONTRACT §6.2).</summary>
public enum StructureIdKind
{
    /// <summary><see cref="FinessId"/>.</summary>
    Finess,

    /// <summary><see cref="SiretId"/>.</summary>
    Siret,

    /// <summary><see cref="RppsRangId"/>.</summary>
    RppsRang,

    /// <summary><see cref="AdeliRangId"/>, of last resort (D34).</summary>
    AdeliRang,
}
