using System.Text;

using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Redirects;

/// <summary>The keys that links are signed with: a present one, and one before it whose links are still good. Read once, at the start.</summary>
internal sealed class RedirectKeys
{
    private const int ShortestKey = 32;
    private const int LongestKey = 4_096;

    /// <param name="options">Names the keys.</param>
    /// <param name="dataFolder">Where the hub keeps a key of its own.</param>
    /// <exception cref="OptionsValidationException">A key cannot be used.</exception>
    public RedirectKeys(IOptions<RedirectsOptions> options, string dataFolder)
    {
        var settings = options.Value;
        Present = settings.Key is { } reference ? Read(nameof(RedirectsOptions.Key), reference) : OwnKey(dataFolder);
        Previous = settings.PreviousKey is { } before ? Read(nameof(RedirectsOptions.PreviousKey), before) : null;
    }

    public byte[] Present { get; }

    public byte[]? Previous { get; }

    private static byte[] OwnKey(string dataFolder)
    {
        try
        {
            return KeyFile.ReadOrCreate(dataFolder);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw Refused($"Hub:DataFolder: the key of links cannot be kept there: {failed.Message}");
        }
    }

    private static byte[] Read(string setting, string reference)
    {
        var name = $"{RedirectsOptions.Section}:{setting}";
        var text = reference switch
        {
            _ when reference.StartsWith("env:", StringComparison.Ordinal) => Environment.GetEnvironmentVariable(reference[4..]),
            _ when reference.StartsWith("file:", StringComparison.Ordinal) => ReadFile(name, reference[5..]),
            _ => throw Refused($"{name} must be env:NAME or file:path; a key never stands in a settings file."),
        };
        return text is { Length: >= ShortestKey and <= LongestKey }
            ? Encoding.UTF8.GetBytes(text)
            : throw Refused($"{name} leads to no key of {ShortestKey} to {LongestKey} characters.");
    }

    private static string? ReadFile(string name, string path)
    {
        try
        {
            return new FileInfo(path).Length <= LongestKey ? File.ReadAllText(path).Trim() : null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Refused($"{name}: the file cannot be read.");
        }
    }

    private static OptionsValidationException Refused(string why) => new(RedirectsOptions.Section, typeof(RedirectsOptions), [why]);
}
