using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;

using Sas.Interop.Hub.Configuration.Source;
using Sas.Interop.Hub.Security.Certificates;

namespace Sas.Interop.Hub.Configuration.Trust;

/// <summary>Reads <c>trust</c>: whom certificates of callers are believed.</summary>
internal sealed class TrustSection(MaterialFiles files, DateTimeOffset now)
{
    public const int MostFiles = 64;
    public const int MostCertificates = 256;
    public const int LongestMode = 10;

    public static readonly FrozenDictionary<string, RevocationMode> Modes = new Dictionary<string, RevocationMode>(StringComparer.Ordinal)
    {
        ["none"] = RevocationMode.None,
        ["soft"] = RevocationMode.Soft,
        ["hard"] = RevocationMode.Hard,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public TrustAnchors Read(ObjectReader file)
    {
        var empty = new TrustAnchors([], [], [], RevocationMode.Hard);
        if (file.Section("trust") is not { } trust)
        {
            if (file.At.Find("trust") is null)
            {
                file.Faults.Add("$.trust", file.At.Line, "Missing; it must name the authorities whose certificates are believed.");
            }

            return empty;
        }

        var roots = ReadAuthorities(trust, "anchors", mustBeRoots: true);
        var intermediates = ReadAuthorities(trust, "intermediates", mustBeRoots: false);
        if (trust.At.Find("anchors") is not { Children.Count: > 0 })
        {
            trust.Faults.Add(trust.At, "Names no anchors: at least one file with an authority is needed.");
        }

        var mode = ReadMode(trust);
        var lists = ReadLists(trust, [.. roots, .. intermediates], mode);
        if (mode == RevocationMode.Hard && trust.At.Find("crls") is not { Children.Count: > 0 })
        {
            trust.Faults.Add(trust.At, "Without crls every certificate would be refused: name the lists, or set revocation to soft or none.");
        }

        trust.Close();
        return new TrustAnchors(roots, intermediates, lists, mode);
    }

    private List<X509Certificate2> ReadAuthorities(ObjectReader trust, string name, bool mustBeRoots)
    {
        var all = new List<X509Certificate2>();
        foreach (var at in trust.List(name, MostFiles))
        {
            foreach (var one in files.ReadCertificates(at, MostCertificates, trust.Faults))
            {
                Judge(one, at, mustBeRoots, trust.Faults);
                all.Add(one);
            }
        }

        if (all.Count > MostCertificates)
        {
            trust.Faults.Add(trust.At.Find(name) ?? trust.At, string.Create(CultureInfo.InvariantCulture, $"Holds {all.Count} certificates; at most {MostCertificates} are allowed."));
        }

        return all;
    }

    private void Judge(X509Certificate2 one, SourceValue at, bool mustBeRoot, FaultList faults)
    {
        var name = PrintableText.Of(SubjectName.Read(one.SubjectName.RawData)?.CommonName);
        if (!CertificateUse.IsAuthority(one))
        {
            faults.AddTorn(at.Path, at.Line, $"The certificate of '{name}' is not that of an authority.");
        }
        else if (mustBeRoot && !one.SubjectName.RawData.AsSpan().SequenceEqual(one.IssuerName.RawData))
        {
            faults.AddTorn(at.Path, at.Line, $"The authority '{name}' is below another one: name that one here, and this one in intermediates.");
        }
        else if (!KeyStrength.IsEnough(one))
        {
            faults.AddTorn(at.Path, at.Line, $"The key of the authority '{name}' is too short.");
        }
        else if (one.NotAfter.ToUniversalTime() <= now.UtcDateTime)
        {
            faults.Warn(at, $"The authority '{name}' has expired: certificates below it are refused.");
        }
    }

    private static RevocationMode ReadMode(ObjectReader trust)
    {
        if (trust.Text("revocation", LongestMode) is not { } text)
        {
            return RevocationMode.Hard;
        }

        if (Modes.TryGetValue(text, out var mode))
        {
            return mode;
        }

        trust.Faults.Add(trust.At.Find("revocation") ?? trust.At, $"{Quoted.Text(text)} is not known; known here: {Quoted.List(Modes.Keys.Order(StringComparer.Ordinal))}.");
        return RevocationMode.Hard;
    }

    private List<RevocationList> ReadLists(ObjectReader trust, List<X509Certificate2> authorities, RevocationMode mode)
    {
        var all = new List<RevocationList>();
        foreach (var at in trust.List("crls", MostFiles))
        {
            if (files.Read(at, RevocationFile.MostBytes, trust.Faults) is not { } bytes)
            {
                continue;
            }

            var (lists, fault) = RevocationFile.Read(bytes);
            if (fault is not null)
            {
                trust.Faults.AddTorn(at.Path, at.Line, $"The file cannot be used: {fault}.");
                continue;
            }

            foreach (var list in lists)
            {
                Judge(list, at, authorities, trust.Faults);
            }

            all.AddRange(lists);
        }

        if (mode == RevocationMode.None && all.Count > 0)
        {
            trust.Faults.Warn(trust.At.Find("crls") ?? trust.At, "Not looked at, since revocation is none.");
        }

        return all;
    }

    private void Judge(RevocationList list, SourceValue at, List<X509Certificate2> authorities, FaultList faults)
    {
        var known = authorities.Where(one => one.SubjectName.RawData.AsSpan().SequenceEqual(list.Issuer)).ToList();
        if (known.Count > 0 && !known.Exists(list.IsSignedBy))
        {
            faults.AddTorn(at.Path, at.Line, $"The list of '{list.IssuerName}' is not signed by that authority.");
        }
        else if (!list.IsCurrent(now))
        {
            faults.Warn(at, string.Create(
                CultureInfo.InvariantCulture,
                $"The list of '{list.IssuerName}' is not of this time: it is for {list.ThisUpdate.UtcDateTime:yyyy-MM-dd HH:mm} to {list.NextUpdate.UtcDateTime:yyyy-MM-dd HH:mm} UTC."));
        }
    }
}
