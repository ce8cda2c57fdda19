namespace Sas.Interop.Contracts.Identifiers;

/// <summary>FINESS number of a structure: 9 digits, the last one a check digit; <c>2A</c> or <c>2B</c> at the start in Corsica (CONTRACT §6.2).</summary>
public readonly record struct FinessId
{
    /// <summary>The digit added in exchanges.</summary>
    public const char Prefix = '1';

    private static readonly IdentifierGrammar Grammar = new(Prefix, 9, 9, ["2A", "2B"], CheckDigits.IsLuhn);
    private readonly string? _raw;

    private FinessId(string raw) => _raw = raw;

    /// <summary>9 characters, letters in upper case; empty for the default value.</summary>
    public string Raw => _raw ?? "";

    /// <summary>Reads an identifier with or without prefix. A wrong check digit is a warning, and a Corsican number is one, since the CPTS profile refuses it.</summary>
    /// <param name="text">The text; outer blanks are ignored.</param>
    /// <param name="value">The identifier.</param>
    /// <param name="warning">What is odd about it; null when nothing is.</param>
    /// <returns>False when the text has another shape.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out FinessId value, out IdentifierWarning? warning)
    {
        var isRead = Grammar.TryRead(text, out var raw, out warning);
        value = isRead ? new FinessId(raw) : default;
        return isRead;
    }

    /// <summary>Reads an identifier with or without prefix, whatever is odd about it.</summary>
    /// <param name="text">The text; outer blanks are ignored.</param>
    /// <param name="value">The identifier.</param>
    /// <returns>False when the text has another shape.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out FinessId value) => TryParse(text, out value, out _);

    /// <summary>The identifier with its prefix, as exchanged.</summary>
    /// <returns>1 and 9 characters; empty for the default value.</returns>
    public override string ToString() => _raw is null ? "" : Prefix + _raw;
}
