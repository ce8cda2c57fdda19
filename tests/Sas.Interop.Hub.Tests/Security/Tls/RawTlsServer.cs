using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Sas.Interop.Hub.Tests.Security.Tls;

/// <summary>Shakes hands with any certificate, as no honest server would, and says nothing more.</summary>
internal sealed class RawTlsServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private Task _serving = Task.CompletedTask;

    public Uri Address => new UriBuilder("https", "localhost", ((IPEndPoint)_listener.LocalEndpoint).Port).Uri;

    public static Task<RawTlsServer> StartAsync(X509Certificate2 certificate)
    {
        var server = new RawTlsServer();
        server._listener.Start();
        server._serving = server.ServeAsync(certificate);
        return Task.FromResult(server);
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Dispose();
        await _serving;
        _ending.Dispose();
    }

    private async Task ServeAsync(X509Certificate2 certificate)
    {
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                using var connection = await _listener.AcceptTcpClientAsync(_ending.Token);
                await using var tls = new SslStream(connection.GetStream());
                await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, _ending.Token);
            }
            catch (Exception ended) when (ended is OperationCanceledException or IOException or SocketException or System.Security.Authentication.AuthenticationException or ObjectDisposedException)
            {
                // The other side went, which is what the test wants to see of it.
            }
        }
    }
}
