using System.Globalization;
using System.Security.Cryptography;
using System.Text;

using Sas.Interop.Hub.Security.Certificates;

namespace Sas.Interop.Hub.Security.Tls;

/// <summary>Trust as settings name it: <c>env:NAME</c> or <c>file:path</c> for every content, so that no secret stands in a setting and a file may be exchanged while the hub runs.</summary>
internal sealed record TlsReferences
{
    private const int MostBytes = 64 * 1024;
    private const int MostListBytes = 8 * 1024 * 1024;
    private const string Environment = "env:";
    private const string File = "file:";

    /// <summary>Nothing was set.</summary>
    public static TlsReferences None { get; } = new();

    public string? Certificate { get; init; }

    public string? Key { get; init; }

    public string? Pfx { get; init; }

    public string? Passphrase { get; init; }

    public IReadOnlyList<string> Anchors { get; init; } = [];

    public IReadOnlyList<string> Pins { get; init; } = [];

    public IReadOnlyList<string> Crls { get; init; } = [];

    public RevocationMode Revocation { get; init; }

    public string? ServerName { get; init; }

    /// <summary>Whether anything was set.</summary>
    public bool IsSet => Certificate is not null || Key is not null || Pfx is not null || ServerName is not null || Anchors.Count + Pins.Count + Crls.Count > 0;

    /// <summary>Tells the contents from others, without telling them.</summary>
    public string Stamp()
    {
        var all = new[] { Certificate, Key, Pfx, Passphrase }.OfType<string>().Select(static one => Bytes(one, MostBytes))
            .Concat(Anchors.Select(static one => Bytes(one, MostBytes)))
            .Concat(Crls.Select(static one => Bytes(one, MostListBytes)));
        return string.Join(' ', all.Select(static one => one.Bytes is { } bytes ? Convert.ToHexString(SHA256.HashData(bytes)) : one.Fault));
    }

    /// <param name="now">True time.</param>
    public TlsReading Load(DateTimeOffset now)
    {
        var faults = new List<TlsFault>();
        Judge(faults);
        var secret = Passphrase is { } passphrase ? Take(TlsParts.Passphrase, passphrase, MostBytes, faults) : null;
        var parts = new TlsParts
        {
            Certificate = Certificate is { } certificate ? Take(TlsParts.ClientCertificate, certificate, MostBytes, faults) : null,
            Key = Key is { } key ? Take(TlsParts.ClientKey, key, MostBytes, faults) : null,
            Pfx = Pfx is { } pfx ? Take(TlsParts.ClientPfx, pfx, MostBytes, faults) : null,
            Secret = secret is null ? null : Encoding.UTF8.GetString(secret).TrimEnd('\r', '\n'),
            Anchors = TakeAll(TlsParts.AnchorList, Anchors, MostBytes, faults),
            Crls = TakeAll(TlsParts.CrlList, Crls, MostListBytes, faults),
            Pins = Pins,
            Revocation = Revocation,
            ServerName = ServerName,
        };
        return faults.Count > 0 ? new TlsReading(null, faults, []) : TlsReader.Read(parts, now);
    }

    private void Judge(List<TlsFault> faults)
    {
        if (Pfx is not null && (Certificate is not null || Key is not null))
        {
            faults.Add(new TlsFault(TlsParts.ClientPfx, "Either this, or ClientCertificate and ClientKey."));
        }
        else if (Key is not null && Certificate is null)
        {
            faults.Add(new TlsFault(TlsParts.ClientKey, "A key without its ClientCertificate."));
        }

        if (Revocation != RevocationMode.None && Crls.Count == 0)
        {
            faults.Add(new TlsFault(TlsParts.RevocationMode, "Needs Crls: lists come from files only and are never fetched."));
        }
    }

    private static List<byte[]> TakeAll(string part, IReadOnlyList<string> references, int most, List<TlsFault> faults)
    {
        var all = new List<byte[]>(references.Count);
        for (var i = 0; i < references.Count; i++)
        {
            if (Take(string.Create(CultureInfo.InvariantCulture, $"{part}[{i}]"), references[i], most, faults) is { } bytes)
            {
                all.Add(bytes);
            }
        }

        return all;
    }

    private static byte[]? Take(string part, string reference, int most, List<TlsFault> faults)
    {
        var (bytes, fault) = Bytes(reference, most);
        if (fault is not null)
        {
            faults.Add(new TlsFault(part, fault));
        }

        return bytes;
    }

    private static (byte[]? Bytes, string? Fault) Bytes(string reference, int most)
    {
        if (reference.StartsWith(Environment, StringComparison.Ordinal))
        {
            return System.Environment.GetEnvironmentVariable(reference[Environment.Length..]) is { Length: > 0 } value
                ? (Encoding.UTF8.GetBytes(value), null)
                : (null, "The environment variable is not set.");
        }

        return reference.StartsWith(File, StringComparison.Ordinal)
            ? ReadFile(reference[File.Length..], most)
            : (null, "Must be a reference, env:NAME or file:path; the content itself never stands in a setting.");
    }

    private static (byte[]? Bytes, string? Fault) ReadFile(string path, int most)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            var bytes = new byte[Math.Min(most, file.Length) + 1];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length == bytes.Length ? (null, $"The file is larger than {most} bytes, or grows.") : (bytes[..length], null);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return (null, $"The file cannot be read ({unreadable.GetType().Name}).");
        }
    }
}
