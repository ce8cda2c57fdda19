using Microsoft.Extensions.DependencyInjection.Extensions;

using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>Reads by id and plain searches.</summary>
internal static class ReadRoutes
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddReads(this IServiceCollection services)
    {
        services.TryAddSingleton<ServedResources>();
        services.TryAddSingleton<SlotReader>();
        services.TryAddSingleton<SlotLookup>();
        services.TryAddSingleton<PlainSearch>();
        services.TryAddSingleton<ReadEndpoints>();
        services.TryAddSingleton<PlainEndpoints>();
    }

    public static void MapReads(this IEndpointRouteBuilder routes)
    {
        var reads = routes.ServiceProvider.GetRequiredService<ReadEndpoints>();
        var plain = routes.ServiceProvider.GetRequiredService<PlainEndpoints>();
        foreach (var type in Enum.GetValues<ServedType>())
        {
            routes.MapMethods($"{BaseAddress.Path}/{type}/{{{ReadEndpoints.Id}}}", Reading, context => reads.ReadAsync(context, type)).ForCallers(CallerRoles.Searchers);
        }

        foreach (var type in PlainParameters.Types)
        {
            routes.MapMethods($"{BaseAddress.Path}/{type}", Reading, context => plain.GetAsync(context, type)).ForCallers(CallerRoles.Searchers);
            routes.MapPost($"{BaseAddress.Path}/{type}/_search", context => plain.PostAsync(context, type)).ForCallers(CallerRoles.Searchers);
        }
    }
}
