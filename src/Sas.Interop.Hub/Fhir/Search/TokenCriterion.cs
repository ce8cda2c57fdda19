namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>One token parameter: any of its values will do (R4 search, "token").</summary>
internal sealed class TokenCriterion
{
    private readonly List<(string? System, string? Code)> _any = [];

    /// <returns>False for an empty value.</returns>
    public bool TryAdd(ReadOnlySpan<char> token)
    {
        token = token.Trim(" +");
        var bar = token.IndexOf('|');
        var system = bar < 0 ? null : token[..bar].Trim().ToString();
        var code = token[(bar + 1)..].Trim().ToString();
        if (code.Length == 0 && string.IsNullOrEmpty(system))
        {
            return false;
        }

        // A bar without a system before it asks for a code that has none (R4 search, "token"); every code that the hub shows has one.
        _any.Add((system, code.Length == 0 ? null : code));
        return true;
    }

    public bool Accepts(string system, string? code)
    {
        foreach (var (wantedSystem, wantedCode) in _any)
        {
            if ((wantedSystem is null || string.Equals(wantedSystem, system, StringComparison.Ordinal))
                && (wantedCode is null || string.Equals(wantedCode, code, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
