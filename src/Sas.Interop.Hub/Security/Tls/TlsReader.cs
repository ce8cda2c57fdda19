using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

using Sas.Interop.Hub.Security.Certificates;

namespace Sas.Interop.Hub.Security.Tls;

/// <summary>Makes trust of what its references hold: every fault at once, or the material.</summary>
internal static class TlsReader
{
    /// <summary>How long before its end a client certificate is warned of.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(30);

    private const string ClientUse = "1.3.6.1.5.5.7.3.2";

    /// <param name="parts">What was read.</param>
    /// <param name="now">True time, whichever clock the hub shows: certificates go by it.</param>
    public static TlsReading Read(TlsParts parts, DateTimeOffset now)
    {
        var faults = new List<TlsFault>();
        var warnings = new List<TlsFault>();
        var client = new ClientCertificateReader(parts, faults).Read();
        if (client is { } own)
        {
            Doubt(own.Leaf, parts.Pfx is null ? TlsParts.ClientCertificate : TlsParts.ClientPfx, now, warnings);
        }

        var (roots, between) = Anchors(parts.Anchors, faults);
        var pins = Pins(parts.Pins, faults);
        var crls = Crls(parts.Crls, now, faults, warnings);
        if (parts.Crls.Count > 0 && parts.Revocation == RevocationMode.None)
        {
            warnings.Add(new TlsFault(TlsParts.CrlList, "Not looked at while revocation is none."));
        }

        if (faults.Count > 0)
        {
            return new TlsReading(null, faults, warnings);
        }

        var material = new TlsMaterial
        {
            Client = client is { } shown ? ClientCertificateReader.ToContext(shown.Leaf, shown.Above) : null,
            ClientBegins = client is { } beginning ? beginning.Leaf.NotBefore.ToUniversalTime() : null,
            ClientEnds = client is { } ending ? ending.Leaf.NotAfter.ToUniversalTime() : null,
            Trust = new TrustAnchors(roots, between, crls, parts.Revocation),
            Pins = pins,
            ServerName = parts.ServerName,
            Stamp = Stamp(parts, client is { } stamped ? [stamped.Leaf, .. stamped.Above] : []),
        };
        return new TlsReading(material, [], warnings);
    }

    /// <summary>What is said of a certificate that is not in time, or will not be for long; null when nothing is.</summary>
    /// <remarks>No fault: a hub must start although one vendor's certificate has ended overnight. That vendor's calls fail, and say so.</remarks>
    public static string? DoubtOfTime(DateTimeOffset begins, DateTimeOffset ends, DateTimeOffset now)
    {
        if (now < begins)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The client certificate holds from {begins:yyyy-MM-dd HH:mm}Z on only; until then calls will be refused.");
        }

        if (now >= ends)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The client certificate ended on {ends:yyyy-MM-dd HH:mm}Z; calls will be refused until it is replaced.");
        }

        return ends - now <= Notice
            ? string.Create(CultureInfo.InvariantCulture, $"The client certificate ends on {ends:yyyy-MM-dd HH:mm}Z, in {(int)(ends - now).TotalDays} days; replace it before.")
            : null;
    }

    private static void Doubt(X509Certificate2 leaf, string part, DateTimeOffset now, List<TlsFault> warnings)
    {
        if (DoubtOfTime(leaf.NotBefore.ToUniversalTime(), leaf.NotAfter.ToUniversalTime(), now) is { } doubt)
        {
            warnings.Add(new TlsFault(part, doubt));
        }

        if (leaf.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault() is { } uses && !uses.EnhancedKeyUsages.OfType<Oid>().Any(static use => use.Value == ClientUse))
        {
            warnings.Add(new TlsFault(part, "The certificate is not made for clients (extended key usage); most servers refuse it."));
        }
    }

    private static (List<X509Certificate2> Roots, List<X509Certificate2> Between) Anchors(IReadOnlyList<byte[]> files, List<TlsFault> faults)
    {
        var (roots, between) = (new List<X509Certificate2>(), new List<X509Certificate2>());
        for (var i = 0; i < files.Count; i++)
        {
            var part = string.Create(CultureInfo.InvariantCulture, $"{TlsParts.AnchorList}[{i}]");
            if (PemCertificates.Read(files[i]) is not { Count: > 0 } all)
            {
                faults.Add(new TlsFault(part, "Holds no readable PEM certificate (BEGIN CERTIFICATE)."));
                continue;
            }

            var own = all.ToLookup(static one => one.SubjectName.RawData.AsSpan().SequenceEqual(one.IssuerName.RawData));
            roots.AddRange(own[true]);
            between.AddRange(own[false]);
        }

        // A chain ends at a root: with authorities in between alone, nobody could be trusted.
        if (files.Count > 0 && roots.Count == 0 && faults.Count == 0)
        {
            faults.Add(new TlsFault(TlsParts.AnchorList, "Hold no root (a certificate that signed itself); add the root of the authority, and pin the authority in between if only it is meant."));
        }

        return (roots, between);
    }

    private static List<byte[]> Pins(IReadOnlyList<string> texts, List<TlsFault> faults)
    {
        var pins = new List<byte[]>(texts.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            var hash = new byte[SHA256.HashSizeInBytes + 3];
            if (Convert.TryFromBase64String(texts[i], hash, out var length) && length == SHA256.HashSizeInBytes)
            {
                pins.Add(hash[..length]);
            }
            else
            {
                faults.Add(new TlsFault(
                    string.Create(CultureInfo.InvariantCulture, $"{TlsParts.PinList}[{i}]"),
                    "Must be the SHA-256 of a public key (SubjectPublicKeyInfo) in base64: 44 characters that end in =."));
            }
        }

        return pins;
    }

    private static List<RevocationList> Crls(IReadOnlyList<byte[]> files, DateTimeOffset now, List<TlsFault> faults, List<TlsFault> warnings)
    {
        var lists = new List<RevocationList>();
        for (var i = 0; i < files.Count; i++)
        {
            var part = string.Create(CultureInfo.InvariantCulture, $"{TlsParts.CrlList}[{i}]");
            var (read, fault) = RevocationFile.Read(files[i]);
            if (fault is not null)
            {
                faults.Add(new TlsFault(part, $"The file cannot be used: {fault}."));
                continue;
            }

            lists.AddRange(read);
            foreach (var list in read.Where(list => !list.IsCurrent(now)))
            {
                warnings.Add(new TlsFault(part, string.Create(CultureInfo.InvariantCulture, $"The list was due to be replaced by {list.NextUpdate:yyyy-MM-dd HH:mm}Z, or is of the future; bring a current one.")));
            }
        }

        return lists;
    }

    private static string Stamp(TlsParts parts, IEnumerable<X509Certificate2> client)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var piece in client.Select(static one => one.RawData).Concat(parts.Anchors).Concat(parts.Crls))
        {
            hash.AppendData(SHA256.HashData(piece));
        }

        var told = $"{parts.Anchors.Count} {parts.Crls.Count} {parts.Revocation} {parts.ServerName} {string.Join(' ', parts.Pins)}";
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(told));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
