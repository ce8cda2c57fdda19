using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Fhir.Operations;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Security.Limits;

namespace Sas.Interop.Hub.Fhir.Validate;

/// <summary>Validation by the published profiles, and the profiles themselves.</summary>
internal static class ValidateRegistrations
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddFhirValidation(this IServiceCollection services)
    {
        services.AddOptions<ValidationOptions>().BindConfiguration(ValidationOptions.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<ValidationOptions>, ValidationOptionsValidator>();
        services.TryAddSingleton<DefinitionShelf>();
        services.TryAddSingleton<ValidateEndpoint>();
        services.TryAddSingleton<DefinitionEndpoints>();
        return services;
    }

    /// <summary>Reads the package of definitions, too: one that cannot be used refuses the start.</summary>
    public static void MapFhirValidation(this IEndpointRouteBuilder routes)
    {
        var validate = routes.ServiceProvider.GetRequiredService<ValidateEndpoint>();
        var definitions = routes.ServiceProvider.GetRequiredService<DefinitionEndpoints>();
        routes.MapPost($"{BaseAddress.Path}/$validate", validate.ValidateAsync).ForCallers(CallerRoles.Any).OfKind(WorkKind.Heavy);
        routes.MapPost($"{BaseAddress.Path}/{{type}}/$validate", validate.ValidateAsync).ForCallers(CallerRoles.Any).OfKind(WorkKind.Heavy);
        foreach (var type in new[] { "StructureDefinition", "ValueSet", "CodeSystem", PublishedOperations.Type })
        {
            routes.MapMethods($"{BaseAddress.Path}/{type}/{{id}}", Reading, context => DefinitionEndpoints.ReadAsync(context, type)).ForCallers(CallerRoles.Any);
            routes.MapMethods($"{BaseAddress.Path}/{type}", Reading, context => definitions.SearchAsync(context, type)).ForCallers(CallerRoles.Any);
        }
    }
}
