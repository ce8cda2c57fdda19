using System.Text.Json;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>
/// Looks at the first bytes of an answer before it is read as a bundle, since what is no bundle has its own meaning: markup is a block page,
/// an OperationOutcome is the vendor saying that it failed although it answered 200.
/// </summary>
internal static class AnswerOpening
{
    private const int Length = 16 * 1024;

    private static readonly JsonReaderOptions Lenient = new() { MaxDepth = 128 };

    /// <returns>The whole answer, or why it is no bundle.</returns>
    public static async ValueTask<Outcome<Stream>> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var opening = new byte[Length];
        var filled = await body.ReadAtLeastAsync(opening, Length, throwOnEndOfStream: false, cancellationToken);
        var start = opening.AsMemory(0, filled);
        return Judge(start.Span) is { } fault ? fault : new PrefixedStream(start, body);
    }

    private static HubError? Judge(ReadOnlySpan<byte> opening)
    {
        var text = (opening.StartsWith("\uFEFF"u8) ? opening[3..] : opening).TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
        {
            return new HubError(HubErrorCode.VendorMalformed, "The answer is empty where JSON is due.");
        }

        if (text[0] == '<')
        {
            return new HubError(HubErrorCode.VendorBlocked, "A page of markup where JSON is due.");
        }

        return text[0] == '{' ? JudgeType(text) : new HubError(HubErrorCode.VendorMalformed, "The answer is not a JSON object.");
    }

    /// <summary>When the type does not stand in the opening, or the text is damaged there, the reading of the bundle tells.</summary>
    private static HubError? JudgeType(ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text, isFinalBlock: false, new JsonReaderState(Lenient));
        try
        {
            while (json.Read())
            {
                if (json.CurrentDepth == 1 && json.TokenType == JsonTokenType.PropertyName && json.IsText("resourceType"u8))
                {
                    return !json.Read() || IsBundle(json) ? null : OtherType(json);
                }
            }
        }
        catch (JsonException)
        {
            // The bundle reader meets the same damage and reports it with its place.
        }

        return null;
    }

    private static bool IsBundle(Utf8JsonReader json) => json.TokenType == JsonTokenType.String && json.IsText("Bundle"u8);

    private static HubError OtherType(Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String && json.IsText("OperationOutcome"u8)
            ? new HubError(HubErrorCode.VendorFailed, "The vendor answered 200 with an OperationOutcome instead of a Bundle.")
            : new HubError(HubErrorCode.VendorMalformed, "The answer is a resource of another type than Bundle.");
}
