namespace Sas.Interop.Contracts.Identifiers;

/// <summary>SIRET number of an establishment: 14 digits, the last one a check digit (CONTRACT §6.2).</summary>
public readonly record struct SiretId
{
    /// <summary>The digit added in exchanges.</summary>
    public const char Prefix = '3';

    private static readonly IdentifierGrammar Grammar = new(Prefix, 14, 14, [], CheckDigits.IsSiret);
    private readonly string? _raw;

    private SiretId(string raw) => _raw = raw;

    /// <summary>14 digits; empty for the default value.</summary>
    public string Raw => _raw ?? "";

    /// <summary>Reads an identifier with or without prefix. A wrong check digit is a warning.</summary>
    /// <param name="text">The text; outer blanks are ignored.</param>
    /// <param name="value">The identifier.</param>
    /// <param name="warning">What is odd about it; null when nothing is.</param>
    /// <returns>False when the text has another shape.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out SiretId value, out IdentifierWarning? warning)
    {
        var isRead = Grammar.TryRead(text, out var raw, out warning);
        value = isRead ? new SiretId(raw) : default;
        return isRead;
    }

    /// <summary>Reads an identifier with or without prefix, whatever is odd about it.</summary>
    /// <param name="text">The text; outer blanks are ignored.</param>
    /// <param name="value">The identifier.</param>
    /// <returns>False when the text has another shape.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out SiretId value) => TryParse(text, out value, out _);

    /// <summary>The identifier with its prefix, as exchanged.</summary>
    /// <returns>3 and 14 digits; empty for the default value.</returns>
    public override string ToString() => _raw is null ? "" : Prefix + _raw;
}
