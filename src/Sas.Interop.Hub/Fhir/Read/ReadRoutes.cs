using Microsoft.Extensions.DependencyInjection.Extensions;

using Sas.Interop.Hub.Fhir.Own;
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
        services.TryAddSingleton<OwnSources>();
        services.TryAddSingleton<ServedView>();
        services.TryAddSingleton<ServedParts>();
        services.TryAddSingleton<ServedViews>();
    }

    public static void MapReads(this IEndpointRouteBuilder routes)
    {
        var views = routes.ServiceProvider.GetRequiredService<ServedViews>();
        foreach (var type in Enum.GetValues<ServedType>())
        {
            routes.MapMethods($"{BaseAddress.Path}/{type}/{{{ReadEndpoints.Id}}}", Reading, views.For((view, context) => view.Reads.ReadAsync(context, type))).ForCallers(CallerRoles.Any);
        }

        foreach (var type in PlainParameters.Types)
        {
            routes.MapMethods($"{BaseAddress.Path}/{type}", Reading, views.For((view, context) => view.Plain.GetAsync(context, type))).ForCallers(CallerRoles.Any);
            routes.MapPost($"{BaseAddress.Path}/{type}/_search", views.For((view, context) => view.Plain.PostAsync(context, type))).ForCallers(CallerRoles.Any);
        }
    }
}
