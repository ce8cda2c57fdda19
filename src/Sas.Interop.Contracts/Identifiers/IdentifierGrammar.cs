namespace Sas.Interop.Contracts.Identifiers;

/// <summary>How one kind of national identifier is written: its prefix, its length without prefix, and what may stand in it.</summary>
/// <param name="prefix">The digit that is added in exchanges.</param>
/// <param name="minimum">Fewest characters without prefix.</param>
/// <param name="maximum">Most characters without prefix.</param>
/// <param name="departments">Departments with a letter that may stand at the start.</param>
/// <param name="hasValidCheck">Whether the check digit is right, asked for texts of digits only; null for kinds without one.</param>
internal sealed class IdentifierGrammar(char prefix, int minimum, int maximum, string[] departments, Func<string, bool>? hasValidCheck)
{
    /// <summary>Reads a text with or without prefix.</summary>
    public bool TryRead(ReadOnlySpan<char> text, out string raw, out IdentifierWarning? warning)
    {
        raw = "";
        warning = null;
        return TryTrim(text, out var trimmed) && TrySplit(trimmed, out var body) && TryCheck(body, out raw, out warning);
    }

    /// <summary>Removes outer blanks; false when nothing is left, or anything else than ASCII letters and digits.</summary>
    public static bool TryTrim(ReadOnlySpan<char> text, out ReadOnlySpan<char> trimmed)
    {
        trimmed = text.Trim([' ', '\u00A0', '\u202F']);
        foreach (var character in trimmed)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                return false;
            }
        }

        return trimmed.Length > 0;
    }

    /// <summary>The prefix is told by the length where the length is fixed, since the first digit alone does not tell (CONTRACT §6.2).</summary>
    private bool TrySplit(ReadOnlySpan<char> text, out ReadOnlySpan<char> body)
    {
        var hasPrefix = text[0] == prefix && (minimum < maximum || text.Length == maximum + 1);
        body = hasPrefix ? text[1..] : text;
        return body.Length >= minimum && body.Length <= maximum;
    }

    private bool TryCheck(ReadOnlySpan<char> body, out string raw, out IdentifierWarning? warning)
    {
        raw = body.ToString();
        warning = null;
        if (!body.ContainsAnyExceptInRange('0', '9'))
        {
            warning = hasValidCheck is null || hasValidCheck(raw) ? null : IdentifierWarning.CheckDigit;
            return true;
        }

        raw = raw.ToUpperInvariant();
        warning = IdentifierWarning.DepartmentLetter;
        return body.Length > 2 && !body[2..].ContainsAnyExceptInRange('0', '9') && departments.Contains(raw[..2]);
    }
}
