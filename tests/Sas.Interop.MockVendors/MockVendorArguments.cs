using System.Globalization;

namespace Sas.Interop.MockVendors;

/// <summary>The command line, read: options, or a sentence that says what is wrong.</summary>
/// <param name="Options">The options; null on error.</param>
/// <param name="Error">The sentence; null on success.</param>
internal sealed record MockVendorArguments(MockVendorOptions? Options, string? Error)
{
    public const string Help = """
        Serves WireMock mapping folders on the loopback interface.
          --port <0-65535>                 port, 0 (the default) for a free one
          --mappings [<name>=]<folder>     folder with mappings/ and perhaps __files/; may be repeated.
                                           With a name it is served under /<name>, without one at the root as 'default'.
        While it runs:
          POST /__faults/<name>            body: down, hang, html, 429, truncated, slow or none
          GET  /__faults   GET /__requests what is switched on, and the last requests
        """;

    public static MockVendorArguments Parse(IReadOnlyList<string> arguments)
    {
        var port = 0;
        var folders = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (i + 1 == arguments.Count)
            {
                return Wrong($"'{arguments[i]}' needs a value.");
            }

            var error = arguments[i] switch
            {
                "--port" => ReadPort(arguments[i + 1], ref port),
                "--mappings" => ReadMappings(arguments[i + 1], folders),
                _ => $"There is no argument '{arguments[i]}'.",
            };
            if (error is not null)
            {
                return Wrong(error);
            }
        }

        return folders.Count == 0
            ? Wrong("At least one --mappings is needed.")
            : new MockVendorArguments(new MockVendorOptions([.. folders.Select(static entry => new MockVendor(entry.Key, entry.Value))], port), null);
    }

    private static MockVendorArguments Wrong(string error) => new(null, error);

    private static string? ReadPort(string text, ref int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535 ? null : $"The port '{text}' is no number from 0 to 65535.";

    private static string? ReadMappings(string text, Dictionary<string, List<string>> folders)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? MockVendorOptions.RootName : text[..equals];
        if (name.Length == 0 || name.Any(static c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
        {
            return $"The vendor name '{name}' has more than lower-case letters, digits and dashes.";
        }

        if (!folders.TryGetValue(name, out var list))
        {
            folders[name] = list = [];
        }

        list.Add(text[(equals + 1)..]);
        return null;
    }
}
