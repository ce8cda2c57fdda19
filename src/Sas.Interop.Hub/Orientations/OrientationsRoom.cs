using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Preferences;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Security.Limits;

namespace Sas.Interop.Hub.Orientations;

/// <summary>The record of every act of sending a patient somewhere, for the tracking board.</summary>
internal static class OrientationsRoom
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

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
        api.MapMethods("", Reading, record.ListAsync).ForCallers(CallerRoles.Concerned);
        api.MapPost("", recording.PostAsync).ForCallers(CallerRoles.Platform);
        api.MapMethods("/statistics", Reading, statistics.CountAsync).ForCallers(CallerRoles.Platform | CallerRoles.Operator).OfKind(WorkKind.Aside);
        api.MapMethods("/statistics/practitioners", Reading, statistics.WeeksAsync).ForCallers(CallerRoles.Platform | CallerRoles.Operator).OfKind(WorkKind.Aside);
        api.MapMethods("/{id}", Reading, record.ReadAsync).ForCallers(CallerRoles.Concerned);
    }
}
