using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Security.Limits;

namespace Sas.Interop.Hub.Intake;

/// <summary>What vendors push.</summary>
internal static class IntakeRoom
{
    public static IServiceCollection AddIntakeRoom(this IServiceCollection services)
    {
        services.AddOptions<IntakeOptions>().BindConfiguration(IntakeOptions.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<IntakeOptions>, IntakeOptionsValidator>();
        services.TryAddSingleton<PushSender>();
        services.TryAddSingleton<PushApplier>();
        services.TryAddSingleton<PushEndpoint>();
        return services;
    }

    public static void MapIntakeRoom(this IEndpointRouteBuilder routes) =>
        routes.MapPost(BaseAddress.Path, routes.ServiceProvider.GetRequiredService<PushEndpoint>().ReceiveAsync).ForCallers(CallerRoles.Vendor).OfKind(WorkKind.Heavy);
}
