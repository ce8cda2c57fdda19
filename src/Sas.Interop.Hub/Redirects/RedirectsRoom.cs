namespace Sas.Interop.Hub.Redirects;

/// <summary>Links to the pages of vendors: signed, for one use, and for a while.</summary>
internal static class RedirectsRoom
{
    public static IServiceCollection AddRedirectsRoom(this IServiceCollection services)
    {
        return services;
    }

    public static void MapRedirectsRoom(this IEndpointRouteBuilder routes)
    {
    }
}
