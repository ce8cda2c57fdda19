using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Sas.Interop.Hub.Security.Callers;

/// <summary>
/// TLS of the hub's own addresses: 1.2 and 1.3 only; a client certificate is asked for and never judged in the handshake, since a refusal must be an answer.
/// Each connection takes the server certificate that is in force when it begins, so a new one changes nothing for those that are there.
/// </summary>
internal static class InboundTls
{
    /// <summary>How long a client may take for the handshake; one that says nothing holds a socket no longer.</summary>
    public static readonly TimeSpan HandshakeWithin = TimeSpan.FromSeconds(5);

    private const SslProtocols Versions = SslProtocols.Tls12 | SslProtocols.Tls13;

    /// <summary>Prepares every https address of the server.</summary>
    public static void UseCallersTls(this KestrelServerOptions server) => server.ConfigureHttpsDefaults(https =>
    {
        var state = server.ApplicationServices.GetRequiredService<CallersState>();
        https.SslProtocols = Versions;

        // The certificate is asked for below: in any other mode the server would judge it itself, and in the handshake.
        https.ClientCertificateMode = ClientCertificateMode.NoCertificate;
        https.CheckCertificateRevocation = false;
        https.HandshakeTimeout = HandshakeWithin;

        // Asked only when an address is bound; what a connection shows is set below.
        https.ServerCertificateSelector = (_, _) => state.Current?.Server?.Certificate;
        https.OnAuthenticate = (connection, tls) => Prepare(connection, tls, state);
    });

    private static void Prepare(ConnectionContext connection, SslServerAuthenticationOptions tls, CallersState state)
    {
        var caller = new ConnectionCaller();
        connection.Features.Set(caller);
        tls.ServerCertificate = null;
        tls.ServerCertificateSelectionCallback = null;
        tls.ServerCertificateContext = state.Current?.Server?.Context
            ?? throw new AuthenticationException("No server certificate is loaded.");
        tls.EnabledSslProtocols = Versions;
        tls.ClientCertificateRequired = true;
        tls.AllowRenegotiation = false;

        // A resumed session would carry the certificate of another handshake, perhaps of before a reload. Each connection shows its own.
        tls.AllowTlsResume = false;
        tls.CertificateRevocationCheckMode = X509RevocationMode.NoCheck;
        tls.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
#pragma warning disable CA5359 // Every certificate passes the handshake: it is judged at each request, where a refusal can be answered.
        tls.RemoteCertificateValidationCallback = (_, certificate, chain, _) =>
        {
            caller.Shown = Copy(certificate, chain);
            return true;
        };
#pragma warning restore CA5359
    }

    // The framework disposes of what it passes in, so bytes are kept.
    private static ShownCertificate? Copy(X509Certificate? certificate, X509Chain? chain)
    {
        if (certificate?.GetRawCertData() is not { } own)
        {
            return null;
        }

        var above = (chain?.ChainPolicy.ExtraStore ?? [])
            .Where(one => !one.RawDataMemory.Span.SequenceEqual(own))
            .Take(ShownCertificate.MostAbove)
            .Select(static one => one.RawData);
        return new ShownCertificate(own, [.. above]);
    }
}
