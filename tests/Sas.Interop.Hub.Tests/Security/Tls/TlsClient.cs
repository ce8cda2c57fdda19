using System.Net;
using System.Text;
using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Polling;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Security.Tls;
using Sas.Interop.Hub.Tests.Polling;

namespace Sas.Interop.Hub.Tests.Security.Tls;

/// <summary>A vendor's calls, as the product makes them, under the trust of a test.</summary>
internal sealed class TlsClient : IAsyncDisposable
{
    private static readonly VendorLimits Limits = new() { Retries = 0, RequestsPerSecond = 1000, BreakerFailures = 1000, Timeout = TimeSpan.FromSeconds(20) };
    private readonly SocketsTransportFactory _transports;
    private readonly VendorModel _vendor;
    private readonly RenewableTransport _transport;
    private readonly HttpMessageInvoker _invoker;
    private readonly VendorHttp _http;

    public TlsClient(Uri root, TlsParts trust, params string[] allowedHosts)
        : this(root, trust, new HostResolver(static (_, _) => Task.FromResult(Array.Empty<IPAddress>())), allowedHosts)
    {
    }

    public TlsClient(Uri root, TlsParts trust, HostResolver resolver, params string[] allowedHosts)
    {
        _transports = new SocketsTransportFactory(resolver);
        _vendor = PollSamples.Vendor("a") with { BaseUrl = root, Limits = Limits };
        _transport = new RenewableTransport(_transports.Create(_vendor with { Tls = Material(trust) }), Limits.Timeout, TimeProvider.System);
        _invoker = new HttpMessageInvoker(_transport, disposeHandler: true);
        _http = new VendorHttp(
            new VendorContext
            {
                VendorId = "a",
                BaseUrl = root,
                AllowedHosts = allowedHosts,
                Options = default(JsonElement),
                Limits = Limits,
                Transport = _invoker,
                Time = TimeProvider.System,
                Jitter = static () => 0,
            },
            [new("Accept", "application/json"), new("User-Agent", "s3cret-token")]);
    }

    public static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);

    public static TlsMaterial Material(TlsParts trust)
    {
        var reading = TlsReader.Read(trust, TimeProvider.System.GetUtcNow());
        Assert.That(reading.Faults, Is.Empty);
        return reading.Material ?? throw new InvalidOperationException("No material without faults.");
    }

    /// <summary>As a change of a file does.</summary>
    public void Renew(TlsParts trust) => _transport.Renew(_transports.Create(_vendor with { Tls = Material(trust) }));

    public Task<Outcome<string>> GetAsync(string path) => GetAsync(new Uri(_vendor.BaseUrl, path));

    public Task<Outcome<string>> GetAsync(Uri address) => _http.CallAsync(VendorCall.Get(address), ReadAsync, CancellationToken.None).AsTask();

    public async ValueTask DisposeAsync()
    {
        await _http.DisposeAsync();
        _invoker.Dispose();
    }

    private static async ValueTask<Outcome<string>> ReadAsync(VendorAnswer answer, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(answer.Body);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
