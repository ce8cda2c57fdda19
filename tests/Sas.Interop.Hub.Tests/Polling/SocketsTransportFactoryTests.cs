using System.IO.Compression;
using System.Net;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

using Sas.Interop.Hub.Polling;
using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Tests.Polling;

/// <summary>Against a real server on a port of its own.</summary>
internal sealed class SocketsTransportFactoryTests
{
    private WebApplication _server = null!; // Made in SetUp, before any test.

    [SetUp]
    public async Task StartServerAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Map("/moved", static context =>
        {
            context.Response.Headers.SetCookie = "kept=1";
            context.Response.Redirect("/echo");
            return Task.CompletedTask;
        });
        _server.Map("/echo", static context =>
            context.Response.WriteAsync($"cookie '{context.Request.Headers.Cookie}' trace '{context.Request.Headers.TraceParent}'"));
        _server.Map("/packed", static async context =>
        {
            context.Response.Headers.ContentEncoding = "br";
            await using var packed = new BrotliStream(context.Response.Body, CompressionLevel.Fastest);
            await packed.WriteAsync("plain"u8.ToArray());
        });
        await _server.StartAsync();
    }

    [TearDown]
    public async Task StopServerAsync() => await _server.DisposeAsync();

    [Test]
    public async Task Create_VendorRedirects_IsNotFollowedAndNoCookieIsKept()
    {
        using var sut = CreateSut();

        var moved = await GetAsync(sut, "/moved");
        var echo = await GetAsync(sut, "/echo");

        Assert.That(moved.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await echo.Content.ReadAsStringAsync(), Is.EqualTo("cookie '' trace ''"));
    }

    [Test]
    public async Task Create_VendorCompresses_IsUnpacked()
    {
        using var sut = CreateSut();

        var packed = await GetAsync(sut, "/packed");

        Assert.That(await packed.Content.ReadAsStringAsync(), Is.EqualTo("plain"));
    }

    private static HttpMessageInvoker CreateSut() => new(new SocketsTransportFactory(HostResolver.System).Create(PollSamples.Vendor("a")));

    private Task<HttpResponseMessage> GetAsync(HttpMessageInvoker sut, string path) =>
        sut.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(_server.Urls.First()), path)), CancellationToken.None);
}
