using System.Text;

namespace Sas.Interop.Hub.Outbox;

/// <summary>A secret that signs, behind its reference. It is read at each use, so that a file may be exchanged while the hub runs; its value is never told.</summary>
internal static class SigningSecret
{
    public const string Form = "env:NAME or file:path";
    private const string Marked = "whsec_";
    private const int Shortest = 16;
    private const int Longest = 4_096;

    /// <returns>The key; or what is wrong, as the end of a sentence that begins with the setting.</returns>
    public static (byte[]? Key, string? Fault) Read(string reference)
    {
        var colon = reference.IndexOf(':', StringComparison.Ordinal);
        var rest = reference[(colon + 1)..];
        return (colon < 0 ? string.Empty : reference[..colon], rest.Length) switch
        {
            ("env", > 0) => KeyOf(Environment.GetEnvironmentVariable(rest), "the environment variable is not set"),
            ("file", > 0) => ReadFile(rest),
            _ => (null, $"a reference, {Form}; the value itself never stands in a setting."),
        };
    }

    private static (byte[]? Key, string? Fault) ReadFile(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            var bytes = new byte[Longest + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length > Longest ? (null, $"the file is larger than {Longest} bytes.") : KeyOf(Encoding.UTF8.GetString(bytes, 0, length).Trim(), "the file is empty");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return (null, $"the file cannot be read ({unreadable.GetType().Name}).");
        }
    }

    private static (byte[]? Key, string? Fault) KeyOf(string? text, string absent)
    {
        if (string.IsNullOrEmpty(text))
        {
            return (null, absent + ".");
        }

        var key = new byte[text.Length];
        var length = key.Length;
        if (text.StartsWith(Marked, StringComparison.Ordinal))
        {
            if (!Convert.TryFromBase64String(text[Marked.Length..], key, out length))
            {
                return (null, $"what follows {Marked} is no base64.");
            }

            key = key[..length];
        }
        else
        {
            key = Encoding.UTF8.GetBytes(text);
        }

        return key.Length < Shortest ? (null, $"the secret is shorter than {Shortest} bytes.") : (key, null);
    }
}
