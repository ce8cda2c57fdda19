using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Contracts.Identifiers;

/// <summary>National identifier of a structure: FINESS, SIRET, RPPS rang or ADELI rang. Two are equal when kind and digits are.</summary>
public readonly record struct StructureNationalId
{
    private const int SiretLength = 14;
    private const int ShortestRang = 10;
    private readonly string? _raw;

    private StructureNationalId(StructureIdKind kind, string raw)
    {
        Kind = kind;
        _raw = raw;
    }

    /// <summary>Which one it is; a lower value is preferred when several are known.</summary>
    public StructureIdKind Kind { get; }

    /// <summary>The identifier without prefix; empty for the default value.</summary>
    public string Raw => _raw ?? "";

    /// <summary>Wraps a FINESS number.</summary>
    /// <param name="id">The number.</param>
    /// <returns>The same identifier.</returns>
    public static StructureNationalId From(FinessId id) => new(StructureIdKind.Finess, id.Raw);

    /// <summary>Wraps a SIRET number.</summary>
    /// <param name="id">The number.</param>
    /// <returns>The same identifier.</returns>
    public static StructureNationalId From(SiretId id) => new(StructureIdKind.Siret, id.Raw);

    /// <summary>Wraps an RPPS rang.</summary>
    /// <param name="id">The number.</param>
    /// <returns>The same identifier.</returns>
    public static StructureNationalId From(RppsRangId id) => new(StructureIdKind.RppsRang, id.Raw);

    /// <summary>Wraps an ADELI rang.</summary>
    /// <param name="id">The number.</param>
    /// <returns>The same identifier.</returns>
    public static StructureNationalId From(AdeliRangId id) => new(StructureIdKind.AdeliRang, id.Raw);

    /// <summary>Reads an identifier whose kind is not said; prefix and length tell it (D35).</summary>
    /// <remarks>
    /// Nine characters are a FINESS; ten from 1 on are a FINESS with prefix; 15 digits from 3 on are a SIRET with prefix; otherwise 4 begins an RPPS rang
    /// and 0 an ADELI rang. 14 digits are a SIRET, but a rang when they begin with 4 or 0 and the check digit of a SIRET is wrong. A rang without its prefix cannot be told.
    /// </remarks>
    /// <param name="text">The text; outer blanks are ignored.</param>
    /// <param name="value">The identifier.</param>
    /// <param name="warning">What is odd about it; null when nothing is.</param>
    /// <returns>False when the text has another shape.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out StructureNationalId value, out IdentifierWarning? warning)
    {
        value = default;
        warning = null;
        if (!IdentifierGrammar.TryTrim(text, out var trimmed))
        {
            return false;
        }

        if (TryParse(StructureIdKind.Finess, trimmed, out value, out warning))
        {
            return true;
        }

        var rang = RangKind(trimmed);
        if (TryParse(StructureIdKind.Siret, trimmed, out value, out warning)
            && (rang is null || trimmed.Length != SiretLength || warning is null))
        {
            return true;
        }

        value = default;
        return rang is { } kind && TryParse(kind, trimmed, out value, out warning);
    }

    /// <summary>Reads an identifier of a known kind, with or without prefix.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="text">The text; outer blanks are ignored.</param>
    /// <param name="value">The identifier.</param>
    /// <param name="warning">What is odd about it; null when nothing is.</param>
    /// <returns>False when the text has another shape.</returns>
    public static bool TryParse(StructureIdKind kind, ReadOnlySpan<char> text, out StructureNationalId value, out IdentifierWarning? warning)
    {
        bool isRead;
        switch (kind)
        {
            case StructureIdKind.Finess:
                isRead = FinessId.TryParse(text, out var finess, out warning);
                value = isRead ? From(finess) : default;
                return isRead;
            case StructureIdKind.Siret:
                isRead = SiretId.TryParse(text, out var siret, out warning);
                value = isRead ? From(siret) : default;
                return isRead;
            case StructureIdKind.RppsRang:
                isRead = RppsRangId.TryParse(text, out var rppsRang, out warning);
                value = isRead ? From(rppsRang) : default;
                return isRead;
            case StructureIdKind.AdeliRang:
                isRead = AdeliRangId.TryParse(text, out var adeliRang, out warning);
                value = isRead ? From(adeliRang) : default;
                return isRead;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind.");
        }
    }

    /// <summary>The identifier to emit when several are known: FINESS, else SIRET, else RPPS rang, else ADELI rang (CONTRACT §6.2).</summary>
    /// <param name="known">Those that are known.</param>
    /// <returns>The preferred one, the first among equals; null when none is known.</returns>
    public static StructureNationalId? Preferred(IEnumerable<StructureNationalId> known) =>
        known.Where(static id => id.Raw.Length > 0).Select(static id => (StructureNationalId?)id).MinBy(static id => id?.Kind);

    /// <summary>The FHIR identifier to emit: type IDNST, national authority, prefixed value.</summary>
    /// <param name="typeSystem">System of the type: <see cref="CodeSystems.IdentifierType"/> in a reference, <see cref="CodeSystems.LocationIdentifierType"/> on an Organization (D45).</param>
    /// <returns>A new identifier.</returns>
    public Identifier ToIdentifier(string typeSystem) => new()
    {
        Type = new CodeableConcept { Coding = [new Coding { System = typeSystem, Code = IdentifierTypeCodes.NationalStructure }] },
        System = IdentifierSystems.NationalStructure,
        Value = ToString(),
    };

    /// <summary>The identifier with its prefix, as exchanged.</summary>
    /// <returns>The prefix of the kind and <see cref="Raw"/>; empty for the default value.</returns>
    public override string ToString() => _raw is null ? "" : PrefixOf(Kind) + _raw;

    private static char PrefixOf(StructureIdKind kind) => kind switch
    {
        StructureIdKind.Finess => FinessId.Prefix,
        StructureIdKind.Siret => SiretId.Prefix,
        StructureIdKind.RppsRang => RppsRangId.Prefix,
        StructureIdKind.AdeliRang => AdeliRangId.Prefix,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    private static StructureIdKind? RangKind(ReadOnlySpan<char> trimmed) => trimmed[0] switch
    {
        RppsRangId.Prefix when trimmed.Length >= ShortestRang => StructureIdKind.RppsRang,
        AdeliRangId.Prefix when trimmed.Length >= ShortestRang => StructureIdKind.AdeliRang,
        _ => null,
    };
}
