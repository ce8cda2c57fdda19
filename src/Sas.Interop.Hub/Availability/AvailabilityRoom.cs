using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Sas.Interop.Hub.Availability;

/// <summary>The index of free slots.</summary>
internal static class AvailabilityRoom
{
    public static IServiceCollection AddAvailabilityRoom(this IServiceCollection services)
    {
        services.TryAddSingleton<AvailabilityIndex>();
        services.TryAddSingleton<PreferenceBoard>();
        services.TryAddSingleton<IAvailabilityReader>(static provider => provider.GetRequiredService<AvailabilityIndex>());
        services.TryAddSingleton<IAvailabilityWriter>(static provider => provider.GetRequiredService<AvailabilityIndex>());
        services.AddHostedService<ExpirySweeper>();
        return services;
    }
}
