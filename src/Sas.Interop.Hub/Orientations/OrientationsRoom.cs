using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Preferences;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Security.Limits;

namespace Sas.Interop.Hub.Orientations;

/// <summary>The record of every act of sending a patient somewhere, for the tracking board.</summary>
internal static class OrientationsRoom
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly ApiError Forbidden = new(StatusCodes.Status403Forbidden, "forbidden", "The record of orientations is for the platform and its operators, not for vendors.");

    public static IServiceCollection AddOrientationsRoom(this IServiceCollection services)
    {
        services.AddOptions<OrientationsOptions>().BindConfiguration(OrientationsOptions.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<OrientationsOptions>, OrientationsOptionsValidator>();
        services.TryAddSingleton<HeavyCalls>();
        services.TryAddSingleton<OrientationExport>();
        services.TryAddSingleton<OrientationEndpoints>();
        services.TryAddSingleton<StatisticsEndpoints>();
        services.TryAddSingleton<RecordingEndpoint>();
        return services;
    }

    public static void MapOrientationsRoom(this IEndpointRouteBuilder routes)
    {
        var record = routes.ServiceProvider.GetRequiredService<OrientationEndpoints>();
        var statistics = routes.ServiceProvider.GetRequiredService<StatisticsEndpoints>();
        var recording = routes.ServiceProvider.GetRequiredService<RecordingEndpoint>();
        var api = routes.MapGroup($"{ApiAnswers.Path}/orientations");
        api.MapMethods("", Reading, ForPlatform(record.ListAsync)).ForCallers(CallerRoles.Concerned);
        api.MapPost("", ForPlatform(recording.PostAsync)).ForCallers(CallerRoles.Platform);
        api.MapMethods("/statistics", Reading, ForPlatform(statistics.CountAsync)).ForCallers(CallerRoles.Platform | CallerRoles.Operator).OfKind(WorkKind.Aside);
        api.MapMethods("/statistics/practitioners", Reading, ForPlatform(statistics.WeeksAsync)).ForCallers(CallerRoles.Platform | CallerRoles.Operator).OfKind(WorkKind.Aside);
        api.MapMethods("/{id}", Reading, ForPlatform(record.ReadAsync)).ForCallers(CallerRoles.Concerned);
    }

    private static RequestDelegate ForPlatform(RequestDelegate serve) =>
        context => VendorCaller.IsNamed(context.Request) ? ApiAnswers.WriteAsync(context, Forbidden) : serve(context);
}
