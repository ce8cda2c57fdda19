using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Fhir.Validate;

namespace Sas.Interop.Hub.Fhir;

/// <summary>The HTTP side of FHIR.</summary>
internal static class FhirRoom
{
    public static IServiceCollection AddFhirRoom(this IServiceCollection services)
    {
        services.TryAddSingleton(static provider => new BaseAddress(provider.GetRequiredService<IOptions<HubOptions>>().Value.PublicBaseUrl));
        services.TryAddSingleton<SlotSearch>();
        services.TryAddSingleton<SlotEndpoints>();
        return services.AddFhirValidation();
    }

    public static void UseFhirRoom(this IApplicationBuilder app) => app.UseMiddleware<FhirFaults>();

    public static void MapFhirRoom(this IEndpointRouteBuilder routes)
    {
        var slots = routes.ServiceProvider.GetRequiredService<SlotEndpoints>();
        var baseAddress = routes.ServiceProvider.GetRequiredService<BaseAddress>();
        var startedAt = routes.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        routes.MapMethods($"{BaseAddress.Path}/Slot", [HttpMethods.Get, HttpMethods.Head], slots.SearchAsync);
        routes.MapMethods($"{BaseAddress.Path}/metadata", [HttpMethods.Get, HttpMethods.Head], context =>
            FhirNegotiation.IsAcceptable(context.Request)
                ? FhirResponses.WriteAsync(context, StatusCodes.Status200OK, MetadataDocument.Create(baseAddress.Of(context.Request), startedAt))
                : FhirResponses.WriteErrorAsync(context, Contracts.Errors.HubErrorCode.RequestNotAcceptable, "Only FHIR JSON is served: application/fhir+json."));
        routes.MapFhirValidation();
    }
}
