using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sas.Interop.Hub.Tests.Security.Tls;

/// <summary>A real server on this machine under a certificate of the test.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TlsServer(WebApplication server) => _server = server;

    /// <summary>By the name that is in a certificate of this machine.</summary>
    public Uri Address => new UriBuilder("https", "localhost", Port).Uri;

    public int Port => new Uri(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First() ?? string.Empty).Port;

    /// <summary>Path, and the headers that came with it, of every request.</summary>
    public ConcurrentQueue<(string Path, IHeaderDictionary Headers)> Requests { get; } = new();

    /// <summary>Done when a request to <c>/slow</c> has come in.</summary>
    public TaskCompletionSource SlowBegun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<TlsServer> StartAsync(X509Certificate2 certificate, Action<HttpsConnectionAdapterOptions>? more = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = certificate;
            https.ClientCertificateValidation = static (_, _, _) => true;
            more?.Invoke(https);
        })));
        var server = new TlsServer(builder.Build());
        server.Map();
        await server._server.StartAsync();
        return server;
    }

    public void Release() => _released.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Release();
        await _server.DisposeAsync();
    }

    private void Map()
    {
        _server.Use((context, next) =>
        {
            Requests.Enqueue((context.Request.Path, context.Request.Headers));
            return next(context);
        });
        _server.MapGet("/good", static () => "good");
        _server.MapGet("/who", static (HttpContext context) => context.Connection.ClientCertificate?.Subject ?? "nobody");
        _server.MapGet("/moved", static (HttpContext context, string to) =>
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = to;
        });
        _server.MapGet("/slow", async (HttpContext context) =>
        {
            await context.Response.WriteAsync("first ");
            await context.Response.Body.FlushAsync();
            SlowBegun.TrySetResult();
            await _released.Task;
            await context.Response.WriteAsync("last");
        });
        _server.MapPost("/hooks", static () => Results.NoContent());
    }
}
