using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

using Sas.Interop.Hub.Configuration.Reload;
using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Trust;

/// <summary>Reads the files that the file of callers names, and remembers them so that their change is a change of the configuration.</summary>
/// <param name="folder">Relative paths start here.</param>
internal sealed class MaterialFiles(string folder)
{
    public const int LongestPath = 1_000;

    /// <summary>Most bytes of a file with certificates or a key.</summary>
    public const int MostBytes = 1024 * 1024;

    private readonly SortedDictionary<string, string> _stamps = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Stamps => _stamps;

    /// <returns>Null, with a fault, when the value names no file that can be read.</returns>
    public byte[]? Read(SourceValue at, int most, FaultList faults)
    {
        if (ObjectReader.TextOf(at, LongestPath, faults) is not { } name)
        {
            return null;
        }

        var path = Path.GetFullPath(name, folder);

        // Before the reading: a change that comes in between is then seen as one.
        _stamps[path] = FileStamp.Of(path);
        var content = BoundedFile.Read(path, most);
        if (content.Bytes is null)
        {
            faults.AddTorn(at.Path, at.Line, $"The file {content.Problem}.");
        }

        return content.Bytes;
    }

    /// <returns>The text of a file; null, with a fault, when there is none.</returns>
    public string? ReadText(SourceValue at, FaultList faults)
    {
        if (Read(at, MostBytes, faults) is not { } bytes)
        {
            return null;
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            faults.AddTorn(at.Path, at.Line, "The file is no PEM text.");
            return null;
        }
    }

    /// <returns>The certificates of a PEM file; empty, with a fault, when it holds none, or more than allowed, or something that is none.</returns>
    public IReadOnlyList<X509Certificate2> ReadCertificates(SourceValue at, int most, FaultList faults)
    {
        if (ReadText(at, faults) is not { } text)
        {
            return [];
        }

        var all = new X509Certificate2Collection();
        try
        {
            all.ImportFromPem(text);
        }
        catch (CryptographicException)
        {
            faults.AddTorn(at.Path, at.Line, "The file holds a certificate that cannot be read.");
            return [];
        }

        if (all.Count == 0 || all.Count > most)
        {
            faults.AddTorn(at.Path, at.Line, all.Count == 0 ? "The file holds no certificate in PEM." : $"The file holds {all.Count} certificates; at most {most} are allowed.");
            return [];
        }

        return [.. all];
    }
}
