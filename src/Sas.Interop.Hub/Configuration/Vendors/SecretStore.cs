using System.Globalization;
using System.Security.Cryptography;
using System.Text;

using Sas.Interop.Hub.Configuration.Reload;
using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Vendors;

/// <summary>Resolves references to secrets, and remembers which files it looked at so that their change is a change of the configuration.</summary>
/// <param name="folder">Relative paths start here: the folder of <c>adapters.json</c>.</param>
/// <param name="environment">Reads an environment variable; null when it is not set.</param>
internal sealed class SecretStore(string folder, Func<string, string?> environment)
{
    public const int MaxBytes = 64 * 1024;

    /// <summary>Of any file that a reference may name: a revocation list of a national authority has some megabytes.</summary>
    public const int MaxFileBytes = 8 * 1024 * 1024;

    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>Files that were looked at, found or not, each with what tells its content from others.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    public string? Resolve(SecretReference reference, FaultList faults)
    {
        if (reference.Environment is { } name)
        {
            var value = environment(name);
            if (string.IsNullOrEmpty(value))
            {
                faults.Add(reference.At, $"The environment variable {name} is not set; set it before the hub starts.");
                return null;
            }

            return value;
        }

        return File(reference, MaxBytes, faults) is { } bytes ? Text(bytes, reference.At, faults) : null;
    }

    /// <summary>What a reference leads to, as it is; a variable gives its text in UTF-8.</summary>
    public byte[]? ResolveBytes(SecretReference reference, int most, FaultList faults) => reference.Environment is null
        ? File(reference, most, faults)
        : Resolve(reference, faults) is { } value ? Encoding.UTF8.GetBytes(value) : null;

    /// <summary>The same files as they are now.</summary>
    public static IReadOnlyDictionary<string, string> Look(IEnumerable<string> files)
    {
        var now = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            now[file] = Stamp(BoundedFile.Read(file, MaxFileBytes));
        }

        return now;
    }

    private byte[]? File(SecretReference reference, int most, FaultList faults)
    {
        var path = Path.GetFullPath(reference.File ?? string.Empty, folder);
        var content = BoundedFile.Read(path, MaxFileBytes);
        _files[path] = Stamp(content);
        if (content.Bytes is null || content.Bytes.Length > most)
        {
            faults.Add(reference.At, $"The file of this secret {content.Problem ?? string.Create(CultureInfo.InvariantCulture, $"is larger than {most} bytes")}.");
            return null;
        }

        return content.Bytes;
    }

    private static string Stamp(BoundedFile content) =>
        content.Bytes is null ? content.Problem ?? string.Empty : Convert.ToHexString(SHA256.HashData(content.Bytes));

    private static string? Text(byte[] bytes, SourceValue at, FaultList faults)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF').TrimEnd('\r', '\n');
            if (text.Length > 0)
            {
                return text;
            }

            faults.Add(at, "The file of this secret is empty.");
        }
        catch (DecoderFallbackException)
        {
            faults.Add(at, "The file of this secret is not UTF-8 text.");
        }

        return null;
    }
}
