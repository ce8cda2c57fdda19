using System.Text.Json;

namespace Sas.Interop.Adapters.Replay.Json;

/// <summary>JSON from a request or a template, bounded in depth.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>The document, or null when the text is not JSON.</summary>
    public static JsonDocument? TryParse(string text)
    {
        try
        {
            var document = JsonDocument.Parse(text, Options);
            if (!text.Contains("\\u", StringComparison.Ordinal) || JsonTexts.AreReadable(document.RootElement))
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            // A lone surrogate cannot be turned into UTF-8, so it is no JSON either.
            return null;
        }
    }
}
