using System.Text.Json;

namespace Sas.Interop.Hub.Availability.WarmStart;

/// <summary>Judges bytes that go into answers as they stand.</summary>
internal static class JsonText
{
    private const int Longest = 64 * 1024;

    /// <summary>Whether the bytes are the inside of one JSON string.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> inside)
    {
        if (inside.Length > Longest)
        {
            return false;
        }

        if (inside.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0 && inside.IndexOfAny((byte)'"', (byte)'\\') < 0)
        {
            return true;
        }

        byte[] quoted = [(byte)'"', .. inside, (byte)'"'];
        try
        {
            var reader = new Utf8JsonReader(quoted);
            return reader.Read() && reader.GetString() is not null && reader.BytesConsumed == quoted.Length;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
