using System.Text;

namespace Sas.Interop.Hub.Security;

/// <summary>A setting whose value is kept elsewhere: <c>env:NAME</c>, an environment variable, or <c>file:path</c>, where a relative path starts at the current folder.</summary>
internal static class SettingSecret
{
    private const string Environment = "env:";
    private const string File = "file:";
    private const int MostBytes = 64 * 1024;

    public static bool IsReference(string text) => text.StartsWith(Environment, StringComparison.Ordinal) || text.StartsWith(File, StringComparison.Ordinal);

    /// <returns>The value; or null and what is wrong, as the end of a sentence that never holds the value.</returns>
    public static (string? Value, string? Fault) Resolve(string reference)
    {
        if (reference.StartsWith(Environment, StringComparison.Ordinal))
        {
            var name = reference[Environment.Length..];
            return System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
                ? (value, null)
                : (null, $"the environment variable '{name}' is not set; set it before the hub starts");
        }

        return reference.StartsWith(File, StringComparison.Ordinal)
            ? Read(reference[File.Length..])
            : (null, "it is no reference; give env:NAME or file:path");
    }

    private static (string? Value, string? Fault) Read(string path)
    {
        try
        {
            using var file = System.IO.File.OpenRead(path);
            if (file.Length > MostBytes)
            {
                return (null, $"the file '{path}' is longer than {MostBytes} bytes");
            }

            using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
            var text = reader.ReadToEnd().TrimEnd('\r', '\n');
            return text.Length > 0 ? (text, null) : (null, $"the file '{path}' is empty");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var why = failed is DecoderFallbackException ? "is not UTF-8 text" : "cannot be read";
            return (null, $"the file '{path}' {why}");
        }
    }
}
