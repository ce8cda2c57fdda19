using System.Net;

using Microsoft.AspNetCore.Routing;

using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Access;

/// <summary>Every route, every caller, own and another's data.</summary>
[Parallelizable]
internal sealed class MatrixTests
{
    private static readonly CallerRoles[] Anybody = [CallerRoles.None];
    private AccessHub _sut = null!; // Set before any test runs.

    public static IReadOnlyList<RouteCase> Cases => RouteCase.All;

    [OneTimeSetUp]
    public async Task StartAsync() => _sut = await AccessFixture.HubAsync();

    [Test]
    public void Table_OfThisTest_ListsEveryRouteWithItsRule()
    {
        var mapped = from endpoint in _sut.Hub.Resolve<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                     let methods = string.Join(' ', (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["any method"]).Order(StringComparer.Ordinal))
                     let rule = endpoint.Metadata.GetMetadata<RouteRule>() is { } known ? $"{known.Roles}" : "no rule"
                     select $"{methods} /{endpoint.RoutePattern.RawText?.Trim('/')}: {rule}";

        Assert.That(mapped, Is.EquivalentTo(RouteCase.All.Select(static route => $"{route}: {route.Who}")));
    }

    [Test]
    public void Rules_ForAnybody_AreOfTheseRoutesAlone() => Assert.That(
        RouteCase.All.Where(static route => Anybody.Contains(route.Who)).Select(static route => route.Route), Is.EquivalentTo(new[] { "/redirect/{token}", "/health/live", "/health/ready" }));

    [TestCaseSource(nameof(Cases))]
    public async Task Send_EveryCaller_IsServedByTheRuleAndSeesItsOwn(RouteCase route)
    {
        foreach (var method in route.Methods.Split(' '))
        {
            await RefusesAsync(route, method, TestCallers.Unknown, CallerRoles.None, HttpStatusCode.Unauthorized);
            foreach (var caller in TestCallers.Known.Values)
            {
                await (route.Who == CallerRoles.None || (route.Who & caller.Roles) != CallerRoles.None
                    ? ServesAsync(route, method, caller)
                    : RefusesAsync(route, method, caller.Id, caller.Roles, HttpStatusCode.Forbidden));
            }
        }
    }

    private async Task RefusesAsync(RouteCase route, string method, string caller, CallerRoles roles, HttpStatusCode status)
    {
        if (route.Who == CallerRoles.None)
        {
            return;
        }

        foreach (var tenant in new[] { _sut.A, _sut.B })
        {
            var answer = await SendAsync(route, method, caller, tenant);
            Assert.That(answer.Status, Is.EqualTo(status), $"{method} by {caller}");
            HasNoMark(answer, _sut.A, caller);
            HasNoMark(answer, _sut.B, caller);
            if (method != "HEAD")
            {
                Assert.That(answer.MediaType, Is.EqualTo(route.Route.StartsWith("/fhir", StringComparison.Ordinal) ? "application/fhir+json" : "application/json"), $"{method} by {caller} as {roles}");
            }
        }
    }

    private async Task ServesAsync(RouteCase route, string method, CallerIdentity caller)
    {
        var (own, other) = _sut.TenantsOf(caller.Id);
        foreach (var tenant in new[] { own, other })
        {
            var answer = await SendAsync(route, method, caller.Id, tenant);
            var text = AccessHub.TextOf(answer);
            Assert.That((int)answer.Status, Is.Not.AnyOf(401, 403, 405).And.LessThan(500), $"{method} by {caller.Id}: {text}");
            if (caller.IsVendorOnly && !route.NamesVendors)
            {
                HasNoMark(answer, other, caller.Id);
            }

            if (route.Shows && method != "HEAD" && (tenant == own || !caller.IsVendorOnly))
            {
                Assert.That(text, Does.Contain(tenant.Mark).IgnoreCase, $"{method} by {caller.Id} has something to show");
            }
        }
    }

    private Task<Answer> SendAsync(RouteCase route, string method, string caller, Tenant tenant) =>
        _sut.SendAsync(caller, method, route.Address(_sut, tenant), route.Body?.Invoke(_sut, tenant));

    private static void HasNoMark(Answer answer, Tenant tenant, string caller) =>
        Assert.That(AccessHub.TextOf(answer), Does.Not.Contain(tenant.Mark).IgnoreCase, $"{answer.Url} by {caller}");
}
