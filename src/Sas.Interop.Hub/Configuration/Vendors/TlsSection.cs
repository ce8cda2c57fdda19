using Sas.Interop.Hub.Configuration.Source;
using Sas.Interop.Hub.Security.Certificates;
using Sas.Interop.Hub.Security.Tls;

namespace Sas.Interop.Hub.Configuration.Vendors;

/// <summary>Reads <c>tls</c>: what a vendor's calls show of the hub and whom they trust. Contents come from references only, and are never repeated.</summary>
internal sealed class TlsSection(SecretStore secrets, TimeProvider trueTime)
{
    public const int MostAnchors = 16;
    public const int MostPins = 16;
    public const int MostCrls = 16;

    private const string Name = "tls";
    private const string ServerName = "serverName";
    private const string Revocation = "revocation";
    private const int LongestPin = 64;
    private static readonly Dictionary<string, RevocationMode> Modes = new(StringComparer.Ordinal)
    {
        ["none"] = RevocationMode.None,
        ["soft"] = RevocationMode.Soft,
        ["hard"] = RevocationMode.Hard,
    };

    /// <summary>The words of <c>revocation</c>.</summary>
    public static IReadOnlyCollection<string> ModeNames => Modes.Keys;

    /// <param name="owner">The entry.</param>
    /// <param name="enabled">References of a vendor that is switched off need not resolve: only their shape is judged.</param>
    public TlsMaterial Read(ObjectReader owner, bool enabled)
    {
        if (owner.Section(Name) is not { } tls)
        {
            return TlsMaterial.Usual;
        }

        var before = tls.Faults.Count;
        var own = new[] { TlsParts.ClientCertificate, TlsParts.ClientKey, TlsParts.ClientPfx, TlsParts.Passphrase }
            .ToDictionary(static name => name, name => Reference(tls.Find(name), tls.Faults), StringComparer.Ordinal);
        var anchors = tls.List(TlsParts.AnchorList, MostAnchors).Select(item => Reference(item, tls.Faults)).ToList();
        var crls = tls.List(TlsParts.CrlList, MostCrls).Select(item => Reference(item, tls.Faults)).ToList();
        var pins = tls.List(TlsParts.PinList, MostPins).Select(item => ObjectReader.TextOf(item, LongestPin, tls.Faults) ?? string.Empty).ToList();
        var serverName = HostName(tls);
        var revocation = Mode(tls, crls.Count);
        tls.Close();
        Judge(tls, own);
        if (tls.Faults.Count > before || !enabled)
        {
            return TlsMaterial.Usual;
        }

        var parts = new TlsParts
        {
            Certificate = Bytes(own[TlsParts.ClientCertificate], SecretStore.MaxBytes, tls.Faults),
            Key = Bytes(own[TlsParts.ClientKey], SecretStore.MaxBytes, tls.Faults),
            Pfx = Bytes(own[TlsParts.ClientPfx], SecretStore.MaxBytes, tls.Faults),
            Secret = own[TlsParts.Passphrase] is { } passphrase ? secrets.Resolve(passphrase, tls.Faults) : null,
            Anchors = [.. anchors.Select(anchor => Bytes(anchor, SecretStore.MaxBytes, tls.Faults)).OfType<byte[]>()],
            Crls = [.. crls.Select(crl => Bytes(crl, SecretStore.MaxFileBytes, tls.Faults)).OfType<byte[]>()],
            Pins = pins,
            Revocation = revocation,
            ServerName = serverName,
        };
        return tls.Faults.Count > before ? TlsMaterial.Usual : Make(tls, parts);
    }

    /// <summary>What cannot be told from the section alone.</summary>
    public static void Doubt(ObjectReader owner, Uri? baseUrl, IReadOnlyList<string> allowedHosts)
    {
        if (owner.At.Find(Name) is not { } tls)
        {
            return;
        }

        if (baseUrl?.Scheme == Uri.UriSchemeHttp)
        {
            owner.Faults.Warn(tls, "Not used: the base URL is plain http.");
        }

        if (tls.Find(ServerName) is { } name && allowedHosts.Count > 0)
        {
            owner.Faults.Add(name, "Holds for every call, so that there can be no allowedHosts beside it.");
        }
    }

    private TlsMaterial Make(ObjectReader tls, TlsParts parts)
    {
        var reading = TlsReader.Read(parts, trueTime.GetUtcNow());
        foreach (var fault in reading.Faults)
        {
            var at = tls.At.Deepest(fault.Part);
            tls.Faults.Add($"{tls.At.Path}.{fault.Part}", at.Line, fault.Message);
        }

        foreach (var warning in reading.Warnings)
        {
            tls.Faults.Warn($"{tls.At.Path}.{warning.Part}", tls.At.Deepest(warning.Part).Line, warning.Message);
        }

        return reading.Material ?? TlsMaterial.Usual;
    }

    private static void Judge(ObjectReader tls, Dictionary<string, SecretReference?> own)
    {
        bool Has(string name) => tls.At.Find(name) is not null;
        if (Has(TlsParts.ClientPfx) && (Has(TlsParts.ClientCertificate) || Has(TlsParts.ClientKey)))
        {
            tls.Faults.Add(own[TlsParts.ClientPfx]?.At ?? tls.At, "Either clientPfx, or clientCertificate and clientKey.");
        }
        else if (Has(TlsParts.ClientKey) && !Has(TlsParts.ClientCertificate))
        {
            tls.Faults.Add(own[TlsParts.ClientKey]?.At ?? tls.At, "A key without its clientCertificate.");
        }
        else if (Has(TlsParts.Passphrase) && !Has(TlsParts.ClientPfx) && !Has(TlsParts.ClientCertificate))
        {
            tls.Faults.Add(own[TlsParts.Passphrase]?.At ?? tls.At, "A passphrase without a key that it could open.");
        }
    }

    private static SecretReference? Reference(SourceValue? at, FaultList faults) => at is null ? null : SecretReference.Read(at, faults);

    private byte[]? Bytes(SecretReference? reference, int most, FaultList faults) => reference is null ? null : secrets.ResolveBytes(reference, most, faults);

    private static string? HostName(ObjectReader tls)
    {
        if (tls.Text(ServerName, Adapters.Http.HostPattern.Longest) is not { } text)
        {
            return null;
        }

        if (Adapters.Http.HostPattern.Read(text).Pattern is { IsBelow: false, Port: null } host)
        {
            return host.Host;
        }

        tls.Faults.Add(tls.At.Find(ServerName) ?? tls.At, "Must be the name that the vendor's certificate carries, such as api.example.fr.");
        return null;
    }

    private static RevocationMode Mode(ObjectReader tls, int crls)
    {
        var mode = crls > 0 ? RevocationMode.Soft : RevocationMode.None;
        if (tls.Find(Revocation) is not { } at)
        {
            return mode;
        }

        if (at.Text is not { } text || !Modes.TryGetValue(text, out mode))
        {
            tls.Faults.Add(at, $"Must be one of {Quoted.List(Modes.Keys)}.");
        }
        else if (mode != RevocationMode.None && crls == 0)
        {
            tls.Faults.Add(at, "Needs crls: lists come from files only and are never fetched.");
        }

        return mode;
    }
}
