using Microsoft.Extensions.DependencyInjection.Extensions;

using Sas.Interop.Hub.Availability.WarmStart;

namespace Sas.Interop.Hub.Availability;

/// <summary>The index of free slots.</summary>
internal static class AvailabilityRoom
{
    public static IServiceCollection AddAvailabilityRoom(this IServiceCollection services)
    {
        services.TryAddSingleton<AvailabilityIndex>();
        services.TryAddSingleton<PreferenceBoard>();
        services.TryAddSingleton<IPreferenceReader>(static provider => provider.GetRequiredService<PreferenceBoard>());
        services.TryAddSingleton<IAvailabilityReader>(static provider => provider.GetRequiredService<AvailabilityIndex>());
        services.TryAddSingleton<IAvailabilityWriter>(static provider => provider.GetRequiredService<AvailabilityIndex>());
        services.TryAddSingleton<ITakenSlots>(static provider => provider.GetRequiredService<AvailabilityIndex>());
        services.AddHostedService<ExpirySweeper>();
        services.TryAddSingleton<WarmStartKeeper>();
        services.AddHostedService(static provider => provider.GetRequiredService<WarmStartKeeper>());
        return services;
    }

    /// <summary>Puts into the index what the hub knew when it last ran. The configuration must be loaded: only what it still knows is kept.</summary>
    public static Task LoadWarmStartAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<WarmStartKeeper>().LoadAsync(cancellationToken);
}
