using Microsoft.AspNetCore.Authorization;

namespace Sas.Interop.Hub.Security.Callers;

/// <summary>Who may call a route. Every route says so; one that does not is for nobody, and a test names it.</summary>
internal static class RouteRules
{
    private static readonly Dictionary<CallerRoles, AuthorizationPolicy> Policies = Enumerable.Range(1, (int)CallerRoles.Any).ToDictionary(
        static roles => (CallerRoles)roles,
        static roles => new AuthorizationPolicyBuilder(CallerScheme.Name).AddRequirements(new CallerRequirement((CallerRoles)roles)).Build());

    /// <summary>The rule for what has none.</summary>
    public static AuthorizationPolicy Unruled { get; } = new AuthorizationPolicyBuilder(CallerScheme.Name).AddRequirements(new UnruledRequirement()).Build();

    /// <summary>The route is for callers that are at least one of these.</summary>
    public static TBuilder ForCallers<TBuilder>(this TBuilder route, CallerRoles roles)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new RouteRule(roles)).RequireAuthorization(Policies[roles]);

    /// <summary>The route is for anybody: what it needs to know stands in the address, or it tells nothing.</summary>
    public static TBuilder ForAnybody<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new RouteRule(CallerRoles.None)).AllowAnonymous();
}

/// <summary>Who may call this route; <see cref="CallerRoles.None"/> for anybody.</summary>
internal sealed record RouteRule(CallerRoles Roles);
