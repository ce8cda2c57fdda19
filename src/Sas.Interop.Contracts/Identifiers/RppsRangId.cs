namespace Sas.Interop.Contracts.Identifiers;

/// <summary>RPPS rang, the number of a practice: digits in a number that the guide does not state, here 2 to 24 (CONTRACT §6.2).</summary>
public readonly record struct RppsRangId
{
    /// <summary>The digit added in exchanges.</summary>
    public const char Prefix = '4';

    private static readonly IdentifierGrammar Grammar = new(Prefix, 2, 24, [], null);
    private readonly string? _raw;

    private RppsRangId(string raw) => _raw = raw;

    /// <summary>2 to 24 digits; empty for the default value.</summary>
    public string Raw => _raw ?? "";

    /// <summary>Reads an identifier with or without prefix. A text that starts with 4 is read as prefixed, since its length tells nothing.</summary>
    /// <param name="text">The text; outer blanks are ignored.</param>
    /// <param name="value">The identifier.</param>
    /// <param name="warning">What is odd about it; null when nothing is.</param>
    /// <returns>False when the text has another shape.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out RppsRangId value, out IdentifierWarning? warning)
    {
        var isRead = Grammar.TryRead(text, out var raw, out warning);
        value = isRead ? new RppsRangId(raw) : default;
        return isRead;
    }

    /// <summary>Reads an identifier with or without prefix, whatever is odd about it.</summary>
    /// <param name="text">The text; outer blanks are ignored.</param>
    /// <param name="value">The identifier.</param>
    /// <returns>False when the text has another shape.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out RppsRangId value) => TryParse(text, out value, out _);

    /// <summary>The identifier with its prefix, as exchanged.</summary>
    /// <returns>4 and the digits; empty for the default value.</returns>
    public override string ToString() => _raw is null ? "" : Prefix + _raw;
}
