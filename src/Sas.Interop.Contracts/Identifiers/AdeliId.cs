namespace Sas.Interop.Contracts.Identifiers;

/// <summary>ADELI number of a health professional: 9 characters, the first two the department (CONTRACT §6.2).</summary>
public readonly record struct AdeliId
{
    /// <summary>The digit added in exchanges.</summary>
    public const char Prefix = '0';

    private static readonly IdentifierGrammar Grammar = new(Prefix, 9, 9, ["2A", "2B", "9A", "9B", "9C", "9D", "9E", "9F"], null);
    private readonly string? _raw;

    private AdeliId(string raw) => _raw = raw;

    /// <summary>9 characters, letters in upper case; empty for the default value.</summary>
    public string Raw => _raw ?? "";

    /// <summary>Reads an identifier with or without prefix. Told by the length: nine characters that start with 0 have no prefix.</summary>
    /// <param name="text">The text; outer blanks are ignored.</param>
    /// <param name="value">The identifier.</param>
    /// <param name="warning">What is odd about it; null when nothing is.</param>
    /// <returns>False when the text has another shape.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out AdeliId value, out IdentifierWarning? warning)
    {
        var isRead = Grammar.TryRead(text, out var raw, out warning);
        value = isRead ? new AdeliId(raw) : default;
        return isRead;
    }

    /// <summary>Reads an identifier with or without prefix, whatever is odd about it.</summary>
    /// <param name="text">The text; outer blanks are ignored.</param>
    /// <param name="value">The identifier.</param>
    /// <returns>False when the text has another shape.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out AdeliId value) => TryParse(text, out value, out _);

    /// <summary>The identifier with its prefix, as exchanged.</summary>
    /// <returns>0 and 9 characters; empty for the default value.</returns>
    public override string ToString() => _raw is null ? "" : Prefix + _raw;
}
