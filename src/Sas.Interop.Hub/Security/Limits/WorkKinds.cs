using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Security.Limits;

/// <summary>Tells of which kind a request is: by what its route says of itself, else by caller and method.</summary>
internal static class WorkKinds
{
    private const CallerRoles First = CallerRoles.Platform | CallerRoles.Operator;
    private const string SearchByPost = "/_search";

    /// <summary>The route is of this kind, whoever calls.</summary>
    public static TBuilder OfKind<TBuilder>(this TBuilder route, WorkKind kind)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new RouteKind(kind));

    public static WorkKind Of(HttpContext context, CallerIdentity? caller)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<RouteKind>() is { } told)
        {
            return told.Kind;
        }

        if (caller is null || (caller.Roles & First) == 0)
        {
            return WorkKind.Aside;
        }

        return IsReading(context) ? WorkKind.Search : WorkKind.Write;
    }

    /// <summary>Whether a request changes nothing.</summary>
    public static bool IsReading(HttpContext context)
    {
        var method = context.Request.Method;
        return HttpMethods.IsGet(method) || HttpMethods.IsHead(method)
            || (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.EndsWith(SearchByPost, StringComparison.Ordinal) == true;
    }
}

/// <summary>What kind of work a route is.</summary>
internal sealed record RouteKind(WorkKind Kind);
