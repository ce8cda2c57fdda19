using System.Text.Json;

namespace Sas.Interop.Adapters.Replay.Json;

/// <summary>Whether the texts of a JSON document can be read: the parser accepts escapes of half a character, which no string can hold.</summary>
internal static class JsonTexts
{
    public static bool AreReadable(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(static member => IsReadable(member) && AreReadable(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(AreReadable),
        JsonValueKind.String => IsReadable(element),
        _ => true,
    };

    private static bool IsReadable(JsonElement text)
    {
        try
        {
            return text.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            // This is how the parser says that the text is no text.
            return false;
        }
    }

    private static bool IsReadable(JsonProperty member)
    {
        try
        {
            return member.Name is not null;
        }
        catch (InvalidOperationException)
        {
            // As above.
            return false;
        }
    }
}
