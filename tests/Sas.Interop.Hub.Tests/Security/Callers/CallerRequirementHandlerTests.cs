using System.Security.Claims;

using Microsoft.AspNetCore.Authorization;

using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Tests.Security.Callers;

[Parallelizable(ParallelScope.All)]
internal sealed class CallerRequirementHandlerTests
{
    [Test]
    public async Task HandleAsync_EveryPairOfRoles_AllowsWhoHasOneOfThem()
    {
        for (var allowed = CallerRoles.Platform; allowed <= CallerRoles.Any; allowed++)
        {
            for (var roles = CallerRoles.None; roles <= CallerRoles.Any; roles++)
            {
                var isAllowed = await IsAllowedAsync(allowed, new CallerIdentity("x", roles, null).Principal);
                Assert.That(isAllowed, Is.EqualTo((allowed & roles) != CallerRoles.None), $"{roles} at a route for {allowed}");
            }
        }
    }

    [Test]
    public async Task HandleAsync_SomebodyWhoIsNoCaller_IsNotAllowed() =>
        Assert.That(await IsAllowedAsync(CallerRoles.Any, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "platform")], "Other"))), Is.False);

    private static async Task<bool> IsAllowedAsync(CallerRoles roles, ClaimsPrincipal user)
    {
        var context = new AuthorizationHandlerContext([new CallerRequirement(roles)], user, null);
        await new CallerRequirementHandler().HandleAsync(context);
        return context.HasSucceeded;
    }
}
