using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Security.Audit;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Redirects;

/// <summary>Links to the pages of vendors: signed, for one use, and for a while.</summary>
internal static class RedirectsRoom
{
    private static readonly string[] Following = [HttpMethods.Get, HttpMethods.Head];

    /// <param name="services">Gets the room.</param>
    /// <param name="dataFolder">Absolute path of the folder for the hub's own key.</param>
    public static IServiceCollection AddRedirectsRoom(this IServiceCollection services, string dataFolder)
    {
        services.AddOptions<RedirectsOptions>().BindConfiguration(RedirectsOptions.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<RedirectsOptions>, RedirectsOptionsValidator>();
        services.TryAddSingleton(provider => new RedirectKeys(provider.GetRequiredService<IOptions<RedirectsOptions>>(), dataFolder));
        services.TryAddSingleton<IRedirectLinks, RedirectLinks>();
        services.TryAddSingleton<RedirectEndpoint>();
        return services;
    }

    /// <summary>Reads the keys, too: one that cannot be used refuses the start.</summary>
    public static void MapRedirectsRoom(this IEndpointRouteBuilder routes)
    {
        var endpoint = routes.ServiceProvider.GetRequiredService<RedirectEndpoint>();
        routes.MapMethods($"{RedirectLinks.Path}/{{{RedirectEndpoint.Token}}}", Following, endpoint.FollowAsync).WithMetadata(ChangesByReading.Mark).ForAnybody();
    }
}
