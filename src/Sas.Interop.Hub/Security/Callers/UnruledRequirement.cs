using Microsoft.AspNetCore.Authorization;

namespace Sas.Interop.Hub.Security.Callers;

/// <summary>
/// For what no rule speaks of. An address where nothing is served, or not by that method, is told to callers that are known; a route without a rule is for nobody.
/// </summary>
internal sealed class UnruledRequirement : AuthorizationHandler<UnruledRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, UnruledRequirement requirement)
    {
        if (context.User.Identity is CallerIdentity && context.Resource is HttpContext request && request.GetEndpoint() is not RouteEndpoint)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
