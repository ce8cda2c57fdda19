using System.Buffers;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Appointments.Writing;

/// <summary>The one identifier that a conditional write names, in a query or in <c>If-None-Exist</c>.</summary>
internal sealed class IdentifierCriterion
{
    private const string Name = "identifier";
    private readonly string _text;

    private IdentifierCriterion(string text) => _text = text;

    /// <summary>Reads <c>identifier=system|value</c>, also with a capital letter (D27) and encoded in any way.</summary>
    public static Outcome<IdentifierCriterion> Read(ReadOnlySpan<char> query)
    {
        var buffer = ArrayPool<char>.Shared.Rent(Math.Max(1, query.Length));
        try
        {
            string? found = null;
            var pairs = new RawQuery(query, buffer);
            for (var count = 1; pairs.MoveNext(); count++)
            {
                if (count > SearchParser.MaxParameters || !pairs.IsSound)
                {
                    return new HubError(HubErrorCode.RequestInvalid, "The criterion cannot be read: its percent-encoding is damaged, or there are too many parameters.");
                }

                if (pairs.Name.Equals(Name, StringComparison.OrdinalIgnoreCase))
                {
                    if (found is not null && !pairs.Value.SequenceEqual(found))
                    {
                        return new HubError(HubErrorCode.MultipleMatches, "The request names several identifiers; an appointment has one.");
                    }

                    found = pairs.Value.ToString();
                }
                else if (!IsControl(pairs.Name))
                {
                    // A criterion that is passed over would let the write meet more than was meant.
                    return new HubError(HubErrorCode.RequestInvalid, "Appointments are written by the criterion identifier=system|value alone.");
                }
            }

            return string.IsNullOrWhiteSpace(found)
                ? new HubError(HubErrorCode.RequestRequired, "The criterion identifier=system|value is mandatory (CONTRACT §4.1).")
                : new IdentifierCriterion(found);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Whether the criterion names an identifier: with its system, or by its value alone, since the guide leaves the form open (D27).</summary>
    public bool Names(string system, string value) => Reads(_text, system, value) || Reads(_text.Replace('+', ' '), system, value);

    private static bool Reads(string text, string system, string value)
    {
        var whole = $"{system}|{value}";
        return text == whole || text == value || Unescaped(text) == whole || Unescaped(text) == value;
    }

    // R4 search, "Escaping Search Parameters".
    private static string Unescaped(string text) => text
        .Replace("\\,", ",", StringComparison.Ordinal)
        .Replace("\\|", "|", StringComparison.Ordinal)
        .Replace("\\$", "$", StringComparison.Ordinal)
        .Replace("\\\\", "\\", StringComparison.Ordinal);

    private static bool IsControl(ReadOnlySpan<char> name) =>
        name.Equals("_format", StringComparison.OrdinalIgnoreCase) || name.Equals("_pretty", StringComparison.OrdinalIgnoreCase);
}
