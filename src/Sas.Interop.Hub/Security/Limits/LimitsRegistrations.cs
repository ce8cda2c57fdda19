using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Security.Limits;

/// <summary>Registration of the limits.</summary>
internal static class LimitsRegistrations
{
    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitsOptions>().BindConfiguration(LimitsOptions.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<LimitsOptions>, LimitsOptionsValidator>();
        services.TryAddSingleton<BackgroundThreads>();
        services.TryAddSingleton<CallerAccounts>();
        services.TryAddSingleton<OverloadGauge>();
        services.TryAddSingleton<UploadMemory>();
        services.TryAddSingleton<LimitMeters>();
        services.TryAddSingleton<RefusalDesk>();
        services.TryAddSingleton<ConnectionCounts>();
        services.AddHostedService<OverloadSampler>();
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, ServerLimits>();
        services.AddSingleton<IConnectionListenerFactory, GuardedTransport>();
        return services;
    }
}
