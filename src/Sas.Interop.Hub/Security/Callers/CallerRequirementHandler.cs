using Microsoft.AspNetCore.Authorization;

namespace Sas.Interop.Hub.Security.Callers;

internal sealed class CallerRequirementHandler : AuthorizationHandler<CallerRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, CallerRequirement requirement)
    {
        if (context.User.Identity is CallerIdentity caller && (caller.Roles & requirement.Roles) != 0)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
