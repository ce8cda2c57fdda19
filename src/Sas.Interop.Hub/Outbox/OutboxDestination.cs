using Sas.Interop.Hub.Security.Tls;

namespace Sas.Interop.Hub.Outbox;

/// <summary>A destination that was judged.</summary>
internal sealed record OutboxDestination
{
    public required string Name { get; init; }

    public required string Kind { get; init; }

    public required Uri Url { get; init; }

    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>References to the secrets that sign.</summary>
    public required IReadOnlyList<string> Secrets { get; init; }

    /// <summary>Whom it is trusted by, and what it is shown.</summary>
    public TlsReferences Trust { get; init; } = TlsReferences.None;

    public required TimeSpan Timeout { get; init; }

    public required int Concurrency { get; init; }

    public required TimeSpan BackOffFrom { get; init; }

    public required TimeSpan BackOffTo { get; init; }

    public required TimeSpan GiveUpAfter { get; init; }

    /// <param name="options">Options without faults.</param>
    public static OutboxDestination Of(DestinationOptions options) => new()
    {
        Name = options.Name ?? string.Empty,
        Kind = options.Kind ?? string.Empty,
        Url = new Uri(options.Url ?? string.Empty),
        Kinds = [.. options.Kinds],
        Secrets = [.. new[] { options.Secret, options.OtherSecret }.OfType<string>()],
        Trust = TrustOf(options),
        Timeout = options.Timeout,
        Concurrency = options.Concurrency,
        BackOffFrom = options.BackOffFrom,
        BackOffTo = options.BackOffTo,
        GiveUpAfter = options.GiveUpAfter,
    };

    public static TlsReferences TrustOf(DestinationOptions options) => new()
    {
        Certificate = options.ClientCertificate,
        Key = options.ClientKey,
        Pfx = options.ClientPfx,
        Passphrase = options.Passphrase,
        Anchors = [.. options.Anchors],
        Pins = [.. options.Pins],
        Crls = [.. options.Crls],
        Revocation = options.Revocation,
        ServerName = options.ServerName,
    };
}
