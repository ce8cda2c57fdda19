using System.Buffers;
using System.Text.Json;

using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Hub.Fhir.Write.Privacy;

/// <summary>
/// Looks through a resource that is to be written for words and for what tells of a person, at members that R4 does not have as well: what is no text for machines, and what its
/// <see cref="TextRule"/> does not name, is refused. One pass; nothing is kept of a value.
/// </summary>
internal static class PrivacyScan
{
    private const int MaxFindings = 20;
    private const int LongestName = 64;
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n\u00A0\u202F");

    /// <summary>Paths of elements that the resource may not hold; empty when it may be read. What is no JSON ends the look: the reading refuses it.</summary>
    public static IReadOnlyList<string> Look(ReadOnlySpan<byte> utf8, TextRule rule)
    {
        var found = new List<string>();
        var reader = new Utf8JsonReader(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, new JsonReaderOptions { MaxDepth = FhirReadOptions.DepthCeiling });
        var path = new PrivacyPath(rule.Type);
        try
        {
            while (found.Count < MaxFindings && reader.Read())
            {
                // A member that is refused by its name has a value that would be told once more.
                if (Step(ref reader, path, rule) && path.Format() is var place && (found.Count == 0 || found[^1] != place))
                {
                    found.Add(place);
                }
            }
        }
        catch (JsonException)
        {
            return found;
        }

        return found;
    }

    /// <returns>Whether the token may not be there.</returns>
    private static bool Step(ref Utf8JsonReader reader, PrivacyPath path, TextRule rule)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                path.Name(TextOf(ref reader) is { Length: <= LongestName } name ? name : string.Empty);
                return MachineElements.IsPersonal(path.Member);
            case JsonTokenType.StartObject:
                path.OpenObject();
                return false;
            case JsonTokenType.StartArray:
                path.OpenList();
                return false;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                path.Close();
                return false;
            default:
                path.Item();
                return reader.TokenType == JsonTokenType.String && !MayHold(ref reader, path, rule);
        }
    }

    private static bool MayHold(ref Utf8JsonReader reader, PrivacyPath path, TextRule rule)
    {
        var plain = path.Plain();
        if (rule.Words.Contains(plain))
        {
            return true;
        }

        return (MachineElements.Has(path.Parent, path.Member) || rule.Tokens.Contains(plain)) && !HasBlank(TextOf(ref reader));
    }

    // Blanks around a value are the reader's to judge; one within tells words from a token.
    private static bool HasBlank(string? text) => text is null || text.AsSpan().Trim().ContainsAny(Blanks);

    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: no text for machines.
            return null;
        }
    }
}
