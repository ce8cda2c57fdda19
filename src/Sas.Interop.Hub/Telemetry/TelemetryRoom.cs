using Microsoft.Extensions.DependencyInjection.Extensions;

using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Security.Callers;

using Serilog;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>Registration of the room.</summary>
internal static class TelemetryRoom
{
    /// <param name="builder">The host.</param>
    /// <param name="dataFolder">Absolute path of the folder under which log files are kept.</param>
    public static IHostApplicationBuilder AddTelemetryRoom(this IHostApplicationBuilder builder, string dataFolder)
    {
        var logger = HubLogging.Create(builder.Configuration, dataFolder);

        // Serilog decides alone what is written; a second filter in front of it would only surprise.
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddSerilog(logger, dispose: true);
        builder.Services.AddMetrics();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<VendorStatusBoard>();
        builder.Services.TryAddSingleton<StorageStatus>();
        builder.Services.TryAddSingleton<HubMeters>();
        builder.Services.TryAddSingleton(CallerMode.Of(builder.Configuration));
        builder.Services.TryAddSingleton<CallersState>();
        builder.Services.TryAddSingleton<ReadySources>();
        return builder;
    }

    /// <summary>Stands before everything else, so that every answer says which trace it belongs to.</summary>
    public static void UseTelemetryRoom(this IApplicationBuilder app) => app.UseMiddleware<RequestTrace>();
}
