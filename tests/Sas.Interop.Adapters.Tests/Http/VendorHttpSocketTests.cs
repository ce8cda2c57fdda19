using System.IO.Compression;
using System.Net;
using System.Net.Sockets;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Tests.Http;

/// <summary>The same tool over a real socket: compression and answers that break off.</summary>
internal sealed class VendorHttpSocketTests
{
    private WebApplication? _server;
    private SocketsHttpHandler? _transport;

    [SetUp]
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.MapGet("/good", static async (HttpContext context) => await CompressAsync(context, "gzip", 1000));
        _server.MapGet("/bomb/{encoding}", static async (HttpContext context, string encoding) => await CompressAsync(context, encoding, 50_000_000));
        _server.MapGet("/damaged/{encoding}", static async (HttpContext context, string encoding) =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            await context.Response.Body.WriteAsync(Enumerable.Repeat((byte)0xFF, 5000).ToArray());
        });
        _server.MapGet("/aborted", static (HttpContext context) => context.Abort());
        await _server.StartAsync();
        _transport = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, AllowAutoRedirect = false };
    }

    [TearDown]
    public async Task StopAsync()
    {
        _transport?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Test]
    public async Task CallAsync_CompressedAnswer_IsReadPlain() => Assert.That((await GetAsync("/good")).Value, Has.Length.EqualTo(1000));

    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("deflate")]
    public async Task CallAsync_BombOfZeros_IsTooLargeAfterDecompression(string encoding) =>
        Assert.That((await GetAsync($"/bomb/{encoding}")).Error?.Code, Is.EqualTo(HubErrorCode.VendorTooLarge));

    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("deflate")]
    public async Task CallAsync_DamagedCompression_IsMalformed(string encoding) =>
        Assert.That((await GetAsync($"/damaged/{encoding}")).Error?.Code, Is.EqualTo(HubErrorCode.VendorMalformed));

    [Test]
    public async Task CallAsync_FewerBytesThanAnnounced_IsTruncated()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = AnswerShortAsync(listener);

        var outcome = await CallAsync(new Uri($"http://{listener.LocalEndpoint}/short"));
        await answering;

        Assert.That(outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorTruncated));
    }

    [Test]
    public async Task CallAsync_ConnectionClosedWithoutAnswer_IsACodedOutcome() =>
        Assert.That((await GetAsync("/aborted")).Error?.Code, Is.AnyOf(HubErrorCode.VendorTruncated, HubErrorCode.VendorUnreachable));

    private static async Task CompressAsync(HttpContext context, string encoding, int length)
    {
        context.Response.Headers.ContentEncoding = encoding;
        await using Stream body = encoding switch
        {
            "gzip" => new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
        };
        var chunk = new byte[Math.Min(length, 100_000)];
        for (var written = 0; written < length && !context.RequestAborted.IsCancellationRequested; written += chunk.Length)
        {
            await body.WriteAsync(chunk, context.RequestAborted);
        }
    }

    private static async Task AnswerShortAsync(TcpListener listener)
    {
        using var connection = await listener.AcceptTcpClientAsync(CancellationToken.None);
        await using var stream = connection.GetStream();
        _ = await stream.ReadAsync(new byte[4096], CancellationToken.None);
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n0123456789"u8.ToArray(), CancellationToken.None);
    }

    // Server and tool are made before each test.
    private Task<Outcome<string>> GetAsync(string path) => CallAsync(new Uri(new Uri(_server!.Urls.First()), path));

    private async Task<Outcome<string>> CallAsync(Uri address)
    {
        var limits = VendorHttpFixture.Plain with { MaxBodyBytes = 1_000_000 };
        await using var sut = new VendorHttp(VendorHttpFixture.Context(_transport!, limits, TimeProvider.System) with { BaseUrl = new Uri(address, "/") }, []);
        return await sut.CallAsync(VendorCall.Get(address), VendorHttpFixture.ReadTextAsync, CancellationToken.None);
    }
}
