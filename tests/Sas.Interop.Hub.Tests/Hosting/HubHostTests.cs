using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Hosting;

namespace Sas.Interop.Hub.Tests.Hosting;

internal sealed class HubHostTests
{
    private static readonly string[] Nothing = [];

    [Test]
    public async Task AddHubHost_NothingConfigured_ListensOnTheDocumentedAddress()
    {
        var builder = CreateBuilder(Nothing);

        Assert.That(builder.AddHubHost(), Is.Null);

        await using var app = builder.Build();
        Assert.That(app.Configuration["urls"], Is.EqualTo("http://127.0.0.1:8080"));
        Assert.That(app.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout, Is.EqualTo(HubHost.ShutdownWithin));
    }

    [Test]
    public void AddHubHost_UrlsOnTheCommandLine_AreJudged()
    {
        Assert.That(CreateBuilder("--urls", "http://0.0.0.0:80").AddHubHost(), Does.Contain("http://0.0.0.0:80").And.Contain("refused"));
        Assert.That(CreateBuilder("--urls", "http://127.0.0.1:81").AddHubHost(), Is.Null);
    }

    [TestCase("2026-03-29T00:59:00Z")]
    [TestCase("2026-03-29T01:59:00+01:00")]
    public async Task AddHubHost_StartClockAt_MovesTheClock(string instant)
    {
        var builder = CreateBuilder("--Hub:StartClockAt", instant);

        Assert.That(builder.AddHubHost(), Is.Null);

        await using var app = builder.Build();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        Assert.That(now, Is.InRange(new DateTimeOffset(2026, 3, 29, 0, 59, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 29, 2, 0, 0, TimeSpan.Zero)));
    }

    [TestCase(null, true)]
    [TestCase("perhaps", true)]
    [TestCase("True", true)]
    [TestCase("false", false)]
    public void SandboxEnabled_Value_IsReadWithoutThrowing(string? value, bool enabled) =>
        Assert.That(CreateBuilder(value is null ? [] : ["--Hub:Sandbox:Enabled", value]).SandboxEnabled(), Is.EqualTo(enabled));

    [Test]
    public void DataFolder_RelativeOrAbsolute_IsFullPath()
    {
        var root = Path.GetTempPath();
        Assert.That(CreateBuilder(Nothing).DataFolder(), Is.EqualTo(Path.GetFullPath("data")));
        Assert.That(CreateBuilder("--Hub:DataFolder", "other").DataFolder(), Is.EqualTo(Path.GetFullPath("other")));
        Assert.That(CreateBuilder("--Hub:DataFolder", root).DataFolder(), Is.EqualTo(root));
    }

    private static WebApplicationBuilder CreateBuilder(params string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);

        // What the machine of the test sets must not decide.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddCommandLine(args);
        return builder;
    }
}
