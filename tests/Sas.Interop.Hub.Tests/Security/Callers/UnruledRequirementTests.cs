using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Tests.Security.Callers;

/// <summary>A route without a rule is for nobody, whoever calls; that nothing is served is told to those who are known.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class UnruledRequirementTests
{
    private static readonly Endpoint Route = new RouteEndpoint(static _ => Task.CompletedTask, RoutePatternFactory.Parse("/x"), 0, EndpointMetadataCollection.Empty, "x");
    private static readonly Endpoint WrongMethod = new(static _ => Task.CompletedTask, EndpointMetadataCollection.Empty, "405");

    [Test]
    public async Task HandleAsync_RouteWithoutARule_IsForNobody() => Assert.That(await IsAllowedAsync(Route, CallerRoles.Any), Is.False);

    [Test]
    public async Task HandleAsync_NothingServed_IsToldToTheKnown()
    {
        Assert.That(await IsAllowedAsync(null, CallerRoles.Vendor), Is.True);
        Assert.That(await IsAllowedAsync(WrongMethod, CallerRoles.Vendor), Is.True);
    }

    [Test]
    public async Task HandleAsync_NothingServed_IsNotToldToTheUnknown()
    {
        Assert.That(await IsAllowedAsync(null, null), Is.False);
        Assert.That(await IsAllowedAsync(WrongMethod, null), Is.False);
    }

    private static async Task<bool> IsAllowedAsync(Endpoint? endpoint, CallerRoles? roles)
    {
        var request = new DefaultHttpContext();
        request.SetEndpoint(endpoint);
        var user = roles is { } known ? new CallerIdentity("x", known, null).Principal : request.User;
        var sut = new UnruledRequirement();
        var context = new AuthorizationHandlerContext([sut], user, request);
        await sut.HandleAsync(context);
        return context.HasSucceeded;
    }
}
