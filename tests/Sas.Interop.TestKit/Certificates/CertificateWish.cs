namespace Sas.Interop.TestKit.Certificates;

/// <summary>What a certificate of a test is to say.</summary>
public sealed record CertificateWish
{
    /// <summary>Common name of the subject.</summary>
    public string Subject { get; init; } = "localhost";

    /// <summary>DNS names it is for; none in a certificate of a client.</summary>
    public IReadOnlyList<string> DnsNames { get; init; } = [];

    /// <summary>IP addresses it is for.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Days from now at which it begins to hold; negative is the past.</summary>
    public double FromDays { get; init; } = -1;

    /// <summary>Days from now at which it ends.</summary>
    public double ToDays { get; init; } = 90;

    /// <summary>Whether a server may show it.</summary>
    public bool Server { get; init; } = true;

    /// <summary>Whether a client may show it.</summary>
    public bool Client { get; init; } = true;

    /// <summary>A certificate of a server on this machine: <c>localhost</c>, 127.0.0.1 and ::1.</summary>
    public static CertificateWish ForThisMachine { get; } = new() { DnsNames = ["localhost"], Addresses = ["127.0.0.1", "::1"], Client = false };

    /// <summary>A certificate of a server of these names.</summary>
    public static CertificateWish ForHost(params string[] names) => new() { Subject = names[0], DnsNames = names, Client = false };

    /// <summary>A certificate that a caller shows.</summary>
    public static CertificateWish ForClient(string subject) => new() { Subject = subject, Server = false };
}
