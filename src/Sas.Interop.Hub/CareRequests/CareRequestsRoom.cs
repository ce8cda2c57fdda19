using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.CareRequests;

/// <summary>Care requests to the marketplaces of vendors ("place de marché").</summary>
internal static class CareRequestsRoom
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddCareRequestsRoom(this IServiceCollection services)
    {
        services.AddOptions<CareRequestsOptions>().BindConfiguration(CareRequestsOptions.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<CareRequestsOptions>, CareRequestsOptionsValidator>();
        services.TryAddSingleton<MarketplaceVendors>();
        services.TryAddSingleton<EquippedAnswers>();
        services.TryAddSingleton<MarketplaceTimes>();
        services.TryAddSingleton<MarketplaceWatch>();
        services.AddSingleton<IVendorCatalogListener>(static provider => provider.GetRequiredService<MarketplaceWatch>());
        services.AddHostedService(static provider => provider.GetRequiredService<MarketplaceWatch>());
        services.AddSingleton(static provider => new MarketplaceBoard { IsShown = provider.GetRequiredService<IOptions<CareRequestsOptions>>().Value.ShownInSearches });
        services.TryAddSingleton<IMarketplaceReader>(static provider => provider.GetRequiredService<MarketplaceBoard>());
        services.TryAddSingleton<CarePlaces>();
        services.TryAddSingleton<CareRequestClock>();
        services.TryAddSingleton<CareRequestDocument>();
        services.TryAddSingleton<CareRequestOpening>();
        services.TryAddSingleton<CareRequestWriter>();
        services.TryAddSingleton<CareRequestDesks>();
        services.TryAddSingleton<CareRequestAnswers>();
        services.TryAddSingleton<CareRequestReads>();
        services.TryAddSingleton<CareRequestEndpoints>();
        services.AddHostedService<CareRequestSweeper>();
        return services;
    }

    public static void MapCareRequestsRoom(this IEndpointRouteBuilder routes)
    {
        const string One = $"{BaseAddress.Path}/ServiceRequest/{{id}}";
        var reads = routes.ServiceProvider.GetRequiredService<CareRequestReads>();
        var writes = routes.ServiceProvider.GetRequiredService<CareRequestEndpoints>();
        routes.MapMethods($"{BaseAddress.Path}/ServiceRequest", Reading, reads.GetAsync).ForCallers(CallerRoles.Platform);
        routes.MapPost($"{BaseAddress.Path}/ServiceRequest/_search", reads.PostAsync).ForCallers(CallerRoles.Platform);
        routes.MapPost($"{BaseAddress.Path}/ServiceRequest", writes.PostAsync).ForCallers(CallerRoles.Platform);
        routes.MapMethods(One, Reading, reads.ReadAsync).ForCallers(CallerRoles.Platform);
        routes.MapPut(One, writes.PutAsync).ForCallers(CallerRoles.Platform);
    }
}
