using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Persistence.Regulators;
using Sas.Interop.Hub.Preferences;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Regulators;

/// <summary>Accounts of regulators (INT_R02) and their way to the vendors.</summary>
internal static class RegulatorsRoom
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddRegulatorsRoom(this IServiceCollection services)
    {
        services.AddOptions<RegulatorsOptions>().BindConfiguration(RegulatorsOptions.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<RegulatorsOptions>, RegulatorsOptionsValidator>();
        services.TryAddSingleton<RegulatorStore>();
        services.TryAddSingleton<DeliveryStore>();
        services.TryAddSingleton<DeliveryBook>();
        services.TryAddSingleton<DeliveryAgenda>();
        services.AddSingleton<IVendorCatalogListener>(static provider => provider.GetRequiredService<DeliveryAgenda>());
        services.TryAddSingleton<RegulatorVendors>();
        services.TryAddSingleton<RegulatorKeeper>();
        services.TryAddSingleton<RegulatorWrites>();
        services.TryAddSingleton<RegulatorReads>();
        services.TryAddSingleton<DeliveryEndpoints>();
        services.TryAddSingleton<PlatformEndpoints.Surroundings>();
        services.TryAddSingleton<PlatformEndpoints>();
        return services.AddDelivery();
    }

    public static void MapRegulatorsRoom(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        const string Accounts = $"{BaseAddress.Path}/Practitioner";
        var writes = services.GetRequiredService<RegulatorWrites>();
        routes.MapPost(Accounts, writes.CreateAsync).ForCallers(CallerRoles.Platform);
        routes.MapPut(Accounts, writes.UpdateAsync).ForCallers(CallerRoles.Platform);
        routes.MapMethods(BaseAddress.Path + RegulatorReads.Route, Read, services.GetRequiredService<RegulatorReads>().ReadAsync).ForCallers(CallerRoles.Platform);

        var deliveries = services.GetRequiredService<DeliveryEndpoints>();
        var platform = services.GetRequiredService<PlatformEndpoints>();
        routes.MapMethods($"{ApiAnswers.Path}/regulators/{{id}}/deliveries", Read, deliveries.OfAccountAsync).ForCallers(CallerRoles.Concerned);
        routes.MapPut($"{ApiAnswers.Path}/regulators", platform.WriteAsync).ForCallers(CallerRoles.Platform);
        routes.MapPut($"{ApiAnswers.Path}/regulators/login", platform.LoginAsync).ForCallers(CallerRoles.Platform);
        routes.MapMethods("/admin/regulators", Read, deliveries.CountsAsync).ForCallers(CallerRoles.Operator);
    }

    private static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.TryAddSingleton(DeliveryJitter.System);
        services.TryAddSingleton<DeliverySchedule>();
        services.TryAddSingleton<RegulatorCourier.Surroundings>();
        services.TryAddSingleton<RegulatorCourier>();
        services.TryAddSingleton<IRegulatorReadiness, RegulatorReadiness>();
        services.TryAddSingleton<RegulatorDelivery.Surroundings>();
        services.AddHostedService<RegulatorDelivery>();
        return services;
    }
}
