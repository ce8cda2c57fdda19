using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Contracts.Identifiers;

/// <summary>National identifier of a health professional: RPPS or ADELI. Two are equal when kind and digits are.</summary>
public readonly record struct PractitionerNationalId
{
    private readonly string? _raw;

    private PractitionerNationalId(PractitionerIdKind kind, string raw)
    {
        Kind = kind;
        _raw = raw;
    }

    /// <summary>Which one it is.</summary>
    public PractitionerIdKind Kind { get; }

    /// <summary>The identifier without prefix; empty for the default value.</summary>
    public string Raw => _raw ?? "";

    /// <summary>Wraps an RPPS number.</summary>
    /// <param name="id">The number.</param>
    public static implicit operator PractitionerNationalId(RppsId id) => FromRpps(id);

    /// <summary>Wraps an ADELI number.</summary>
    /// <param name="id">The number.</param>
    public static implicit operator PractitionerNationalId(AdeliId id) => FromAdeli(id);

    /// <summary>Wraps an RPPS number.</summary>
    /// <param name="id">The number.</param>
    /// <returns>The same identifier.</returns>
    public static PractitionerNationalId FromRpps(RppsId id) => new(PractitionerIdKind.Rpps, id.Raw);

    /// <summary>Wraps an ADELI number.</summary>
    /// <param name="id">The number.</param>
    /// <returns>The same identifier.</returns>
    public static PractitionerNationalId FromAdeli(AdeliId id) => new(PractitionerIdKind.Adeli, id.Raw);

    /// <summary>Reads an RPPS or ADELI number with or without prefix; the length tells the kind. Other identifiers of regulators are not read here.</summary>
    /// <param name="text">The text; outer blanks are ignored.</param>
    /// <param name="value">The identifier.</param>
    /// <param name="warning">What is odd about it; null when nothing is.</param>
    /// <returns>False when the text has another shape.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out PractitionerNationalId value, out IdentifierWarning? warning)
    {
        if (RppsId.TryParse(text, out var rpps, out warning))
        {
            value = FromRpps(rpps);
            return true;
        }

        var isAdeli = AdeliId.TryParse(text, out var adeli, out warning);
        value = isAdeli ? FromAdeli(adeli) : default;
        return isAdeli;
    }

    /// <summary>Reads an RPPS or ADELI number with or without prefix, whatever is odd about it.</summary>
    /// <param name="text">The text; outer blanks are ignored.</param>
    /// <param name="value">The identifier.</param>
    /// <returns>False when the text has another shape.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out PractitionerNationalId value) => TryParse(text, out value, out _);

    /// <summary>The FHIR identifier to emit: type IDNPS, national authority, prefixed value.</summary>
    /// <returns>A new identifier.</returns>
    public Identifier ToIdentifier() => new()
    {
        Type = new CodeableConcept { Coding = [new Coding { System = CodeSystems.IdentifierType, Code = IdentifierTypeCodes.NationalPractitioner }] },
        System = IdentifierSystems.NationalPractitioner,
        Value = ToString(),
    };

    /// <summary>The identifier with its prefix, as exchanged.</summary>
    /// <returns>8 and 11 digits, or 0 and 9 characters; empty for the default value.</returns>
    public override string ToString() => _raw is null ? "" : (Kind == PractitionerIdKind.Rpps ? RppsId.Prefix : AdeliId.Prefix) + _raw;
}
