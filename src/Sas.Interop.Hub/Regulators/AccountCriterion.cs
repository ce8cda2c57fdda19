using System.Text;

using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Regulators;

/// <summary>Reads <c>identifier=system|value</c>, the one criterion that accounts are written by (CONTRACT §4.1), from a query as it was sent.</summary>
internal static class AccountCriterion
{
    private const string Parameter = "identifier";
    private const int Longest = 4_096;

    public static Outcome<RegulatorKey> Read(string? query)
    {
        if (query?.Length > Longest)
        {
            return Invalid("The criterion is too long.");
        }

        var pairs = new RawQuery(query, new char[query?.Length ?? 0]);
        string? value = null;
        while (pairs.MoveNext())
        {
            if (!pairs.IsSound)
            {
                return Invalid("The criterion holds a damaged escape, or a character that no text has.");
            }

            if (pairs.Name.Equals(Parameter, StringComparison.OrdinalIgnoreCase))
            {
                if (value is not null)
                {
                    return new HubError(HubErrorCode.MultipleMatches, "Accounts are written by one 'identifier'; there are several.");
                }

                value = pairs.Value.ToString();
            }
            else if (pairs.Name is not ("_format" or "_pretty"))
            {
                return Invalid("Accounts are written by 'identifier' alone; there is another parameter.");
            }
        }

        return value is null
            ? new HubError(HubErrorCode.RequestRequired, "Accounts are written by their identifier: ?identifier=system|value. There is none.")
            : Split(value);
    }

    private static Outcome<RegulatorKey> Split(string value)
    {
        var parts = Unescape(value);
        if (parts is null)
        {
            return new HubError(HubErrorCode.MultipleMatches, "The 'identifier' names several values; accounts are written one at a time.");
        }

        if (parts.Count != 2)
        {
            return Invalid("The 'identifier' is a system, '|' and a value.");
        }

        if (RegulatorIdentifiers.Kept(parts[0]) is not { } system)
        {
            return Invalid($"The system of the 'identifier' is not one of regulators: {IdentifierSystems.NationalPractitioner} or {IdentifierSystems.SasPlatform}.");
        }

        return PlainTexts.IsIdentifier(parts[1]) ? new RegulatorKey(system, parts[1]) : Invalid("The value of the 'identifier' is empty, too long, or holds blanks.");
    }

    /// <returns>What stands between bars; null when an unescaped comma makes it a list.</returns>
    private static List<string>? Unescape(string value)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length && value[i + 1] is '\\' or '|' or ',' or '$')
            {
                part.Append(value[++i]);
            }
            else if (value[i] == ',')
            {
                return null;
            }
            else if (value[i] == '|')
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(value[i]);
            }
        }

        parts.Add(part.ToString());
        return parts;
    }

    private static HubError Invalid(string detail) => new(HubErrorCode.RequestInvalid, detail);
}
