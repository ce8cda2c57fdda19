using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Fhir.Own;
using Sas.Interop.Hub.Fhir.Read;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Fhir.Validate;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Fhir.Write.Privacy;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Fhir;

/// <summary>The HTTP side of FHIR.</summary>
internal static class FhirRoom
{
    public static IServiceCollection AddFhirRoom(this IServiceCollection services)
    {
        services.TryAddSingleton(static provider => new BaseAddress(provider.GetRequiredService<IOptions<HubOptions>>().Value.PublicBaseUrl));
        services.AddOptions<SearchOptions>().BindConfiguration(SearchOptions.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<SearchOptions>, SearchOptionsValidator>();
        AnswerCompression.Add(services);
        services.TryAddSingleton<SearchMeters>();
        services.TryAddSingleton<SearchClock>();
        services.TryAddSingleton<SearchAnswers>();
        services.TryAddSingleton<SearchEndpoints>();
        services.AddReads();
        services.AddOptions<WriteOptions>().BindConfiguration(WriteOptions.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<WriteOptions>, WriteOptionsValidator>();
        services.TryAddSingleton<VendorCaller>();
        foreach (var rule in TextRules.Usual)
        {
            services.AddSingleton(rule);
        }

        services.TryAddSingleton<TextRules>();
        services.TryAddSingleton<WriteDoor>();
        services.TryAddSingleton<IdempotentWrites>();
        return services.AddFhirValidation();
    }

    public static void UseFhirRoom(this IApplicationBuilder app)
    {
        app.UseResponseCompression();
        app.UseMiddleware<FhirFaults>();
        app.UseMiddleware<PersonGuard>();
    }

    public static void MapFhirRoom(this IEndpointRouteBuilder routes)
    {
        var views = routes.ServiceProvider.GetRequiredService<ServedViews>();
        var baseAddress = routes.ServiceProvider.GetRequiredService<BaseAddress>();
        var startedAt = routes.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        routes.MapMethods($"{BaseAddress.Path}/Slot", reading, views.For(static (view, context) => view.Searches.SearchSlotsAsync(context))).ForCallers(CallerRoles.Any);
        routes.MapPost($"{BaseAddress.Path}/Slot/_search", views.For(static (view, context) => view.Searches.PostSlotsAsync(context))).ForCallers(CallerRoles.Any);
        routes.MapReads();
        routes.MapMethods($"{BaseAddress.Path}/metadata", reading, context =>
            FhirNegotiation.IsAcceptable(context.Request)
                ? FhirResponses.WriteAsync(context, StatusCodes.Status200OK, MetadataDocument.Create(baseAddress.Of(context.Request), startedAt))
                : FhirResponses.WriteErrorAsync(context, Contracts.Errors.HubErrorCode.RequestNotAcceptable, "Only FHIR JSON is served: application/fhir+json.")).ForCallers(CallerRoles.Any);
        routes.MapFhirValidation();
    }
}
