using Microsoft.Extensions.DependencyInjection.Extensions;

using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Admin;

/// <summary>What operators look at; nothing here changes anything.</summary>
internal static class AdminRoom
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddAdminRoom(this IServiceCollection services)
    {
        services.TryAddSingleton<OwnerInspection>();
        services.TryAddSingleton<IndexCensus>();
        services.TryAddSingleton<VendorReview>();
        services.TryAddSingleton<AdminEndpoints>();
        services.TryAddSingleton<StatusEndpoint>();
        return services;
    }

    public static void MapAdminRoom(this IEndpointRouteBuilder routes)
    {
        var admin = routes.ServiceProvider.GetRequiredService<AdminEndpoints>();
        routes.MapMethods("/admin/owners/{nationalId}", Read, admin.OwnerAsync).ForCallers(CallerRoles.Operator);
        routes.MapMethods("/admin/vendors", Read, admin.VendorsAsync).ForCallers(CallerRoles.Operator);
        routes.MapMethods("/admin/vendors/{id}", Read, admin.VendorAsync).ForCallers(CallerRoles.Operator | CallerRoles.Vendor);
        routes.MapMethods("/status", Read, routes.ServiceProvider.GetRequiredService<StatusEndpoint>().ShowAsync).ForCallers(CallerRoles.Operator);
    }
}
