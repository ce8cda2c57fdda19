namespace Sas.Interop.Contracts.Identifiers;

/// <summary>RPPS number of a health professional: 11 digits, the last one a check digit (CONTRACT §6.2).</summary>
public readonly record struct RppsId
{
    /// <summary>The digit added in exchanges.</summary>
    public const char Prefix = '8';

    private static readonly IdentifierGrammar Grammar = new(Prefix, 11, 11, [], CheckDigits.IsLuhn);
    private readonly string? _raw;

    private RppsId(string raw) => _raw = raw;

    /// <summary>11 digits; empty for the default value.</summary>
    public string Raw => _raw ?? "";

    /// <summary>Reads an identifier with or without prefix. A wrong check digit is a warning.</summary>
    /// <param name="text">The text; outer blanks are ignored.</param>
    /// <param name="value">The identifier.</param>
    /// <param name="warning">What is odd about it; null when nothing is.</param>
    /// <returns>False when the text has another shape.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out RppsId value, out IdentifierWarning? warning)
    {
        var isRead = Grammar.TryRead(text, out var raw, out warning);
        value = isRead ? new RppsId(raw) : default;
        return isRead;
    }

    /// <summary>Reads an identifier with or without prefix, whatever is odd about it.</summary>
    /// <param name="text">The text; outer blanks are ignored.</param>
    /// <param name="value">The identifier.</param>
    /// <returns>False when the text has another shape.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out RppsId value) => TryParse(text, out value, out _);

    /// <summary>The identifier with its prefix, as exchanged.</summary>
    /// <returns>8 and 11 digits; empty for the default value.</returns>
    public override string ToString() => _raw is null ? "" : Prefix + _raw;
}
