using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Quartz;

using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Polling;

/// <summary>Registration of the room.</summary>
internal static class PollingRoom
{
    /// <summary>Jobs only hand over and return, so a few workers serve any number of vendors.</summary>
    private const int SchedulerWorkers = 4;

    public static IHostApplicationBuilder AddPollingRoom(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<PollingSettings>().BindConfiguration(PollingSettings.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<PollingSettings>, PollingSettingsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(PollRandomness.System);
        services.TryAddSingleton(HostResolver.System);
        services.TryAddSingleton<IVendorTransportFactory, SocketsTransportFactory>();
        services.TryAddSingleton<IPollTimetable, QuartzTimetable>();
        services.TryAddSingleton<DialectTable>();
        services.TryAddSingleton<PollObserver>();
        services.TryAddSingleton<PollSurroundings>();
        services.TryAddSingleton<VendorRuntimeFactory>();
        services.TryAddSingleton<AdapterRegistry>();
        services.TryAddSingleton<IOwnerRefresher, OwnerRefresher>();
        services.TryAddSingleton<IVendorAdapters>(static provider => provider.GetRequiredService<AdapterRegistry>());
        services.AddSingleton<IVendorCatalogListener>(static provider => provider.GetRequiredService<AdapterRegistry>());
        services.AddHostedService(static provider => provider.GetRequiredService<AdapterRegistry>());
        services.AddQuartz(QuartzTimetable.SchedulerName, static quartz =>
        {
            quartz.UseInMemoryStore();
            quartz.UseDefaultThreadPool(SchedulerWorkers);

            // A chosen clock moves what is asked for, not how often: triggers follow real time. The scheduler has a name because the clock of the unnamed
            // one would take the place of everybody's.
            quartz.UseTimeProvider(TimeProvider.System);
        });
        services.AddQuartzHostedService(QuartzTimetable.SchedulerName, static options => options.WaitForJobsToComplete = true);
        return builder;
    }
}
