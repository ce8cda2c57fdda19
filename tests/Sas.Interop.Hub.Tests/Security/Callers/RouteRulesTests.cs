using System.Net;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Tests.Security.Callers;

/// <summary>Rules on routes, over real HTTP: who is let in, and what the others are told.</summary>
internal sealed class RouteRulesTests : ICallerResolver, IRefusalAnswers
{
    private WebApplication _application = null!; // Set before any test runs.
    private HttpClient _client = null!; // The same.

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ICallerResolver>(this).AddSingleton<IRefusalAnswers>(this).AddSecurityRoom(builder.Configuration);
        _application = builder.Build();
        _application.UseSecurityRoom();
        _application.MapGet("/platform", Greet).ForCallers(CallerRoles.Platform);
        _application.MapGet("/both", Greet).ForCallers(CallerRoles.Platform | CallerRoles.Vendor);
        _application.MapGet("/anybody", Greet).ForAnybody();
        _application.MapGet("/forgotten", Greet);
        await _application.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_application.Urls.First()) };
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _application.DisposeAsync();
    }

    [TestCase("platform", "/platform", 200)]
    [TestCase("vendor", "/platform", 403)]
    [TestCase("nobody", "/platform", 401)]
    [TestCase("platform", "/both", 200)]
    [TestCase("vendor", "/both", 200)]
    [TestCase("tester", "/both", 403)]
    [TestCase("nobody", "/anybody", 200)]
    [TestCase("vendor", "/anybody", 200)]
    [TestCase("platform", "/forgotten", 403)]
    [TestCase("operator", "/forgotten", 403)]
    [TestCase("nobody", "/forgotten", 401)]
    [TestCase("vendor", "/nowhere", 404)]
    [TestCase("nobody", "/nowhere", 401)]
    public async Task Get_Route_IsServedByItsRule(string caller, string path, int status) => Assert.That((await SendAsync(HttpMethod.Get, caller, path)).Status, Is.EqualTo(status));

    [TestCase("vendor", 405)]
    [TestCase("nobody", 401)]
    public async Task Post_MethodThatIsNotServed_IsToldToTheKnown(string caller, int status) => Assert.That((await SendAsync(HttpMethod.Post, caller, "/platform")).Status, Is.EqualTo(status));

    [Test]
    public async Task Get_Refused_TellsWhyInTheHubsOwnForm()
    {
        Assert.That(await SendAsync(HttpMethod.Get, "vendor", "/platform"), Is.EqualTo((403, "CallerForbidden: 'vendor' may not do this here.")));
        Assert.That(await SendAsync(HttpMethod.Get, "nobody", "/platform"), Is.EqualTo((401, "CallerUnknown: Nobody of this name.")));
    }

    public Outcome<CallerIdentity> Resolve(HttpContext context) => Enum.TryParse<CallerRoles>(context.Request.Headers["X-Caller"], ignoreCase: true, out var roles)
        ? new CallerIdentity(context.Request.Headers["X-Caller"].ToString(), roles, roles == CallerRoles.Vendor ? "a" : null)
        : new HubError(HubErrorCode.CallerUnknown, "Nobody of this name.");

    public Task WriteAsync(HttpContext context, HubError refusal)
    {
        context.Response.StatusCode = refusal.Code == HubErrorCode.CallerUnknown ? 401 : 403;
        return context.Response.WriteAsync($"{refusal.Code}: {refusal.Detail}");
    }

    private static Task Greet(HttpContext context) => context.Response.WriteAsync("served");

    private async Task<(int Status, string Body)> SendAsync(HttpMethod method, string caller, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Caller", caller);
        using var answer = await _client.SendAsync(request);
        Assert.That(answer.StatusCode, Is.Not.EqualTo(HttpStatusCode.InternalServerError));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
