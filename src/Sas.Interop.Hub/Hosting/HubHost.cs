using Microsoft.Extensions.DependencyInjection.Extensions;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Hosting;

/// <summary>What the process needs before any room: addresses, the clock, the data folder, and a bounded stop.</summary>
internal static class HubHost
{
    public const string StartClockAt = "Hub:StartClockAt";
    public const string DataFolderKey = "Hub:DataFolder";
    public const string SandboxKey = "Hub:Sandbox:Enabled";

    /// <summary>How long open requests may take to end at a stop; polls are cancelled at once. Together they stay below 10 s.</summary>
    public static readonly TimeSpan ShutdownWithin = TimeSpan.FromSeconds(5);

    /// <summary>Prepares the host.</summary>
    /// <returns>Why the host must not start, one sentence a line; null when it may.</returns>
    public static string? AddHubHost(this WebApplicationBuilder builder)
    {
        var faults = new List<string>(LoopbackRule.Faults(builder.Configuration));
        if (!LoopbackRule.NamesAddress(builder.Configuration))
        {
            builder.WebHost.UseUrls(LoopbackRule.DefaultUrl);
        }

        var knowsCallers = CallerMode.Of(builder.Configuration).Certificates;
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            if (knowsCallers)
            {
                server.UseCallersTls();
            }
        });
        faults.AddRange(LogSettings.Faults(builder.Configuration));
        faults.AddRange(LevelFaults.Of(builder.Configuration));
        AddClock(builder);
        builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = ShutdownWithin);
        return faults.Count == 0 ? null : string.Join(Environment.NewLine, faults);
    }

    /// <summary>Whether vendors are mocked. A value that is neither true nor false is refused later, with all other faults of the settings.</summary>
    public static bool SandboxEnabled(this IHostApplicationBuilder builder) =>
        !bool.TryParse(builder.Configuration[SandboxKey], out var enabled) || enabled;

    /// <summary>Absolute path of the folder for all that the hub writes; a relative one starts at the current folder.</summary>
    public static string DataFolder(this IHostApplicationBuilder builder) =>
        Path.GetFullPath(builder.Configuration[DataFolderKey] is { Length: > 0 } folder ? folder : "data");

    /// <summary>Where <c>appsettings.json</c> is looked for: the current folder, else the one of the executable; null when the arguments name a content root.</summary>
    public static string? SettingsFolder(string[] args) =>
        args.Any(static arg => arg.Contains("contentRoot", StringComparison.OrdinalIgnoreCase)) || File.Exists("appsettings.json")
            ? null
            : AppContext.BaseDirectory;

    private static void AddClock(WebApplicationBuilder builder)
    {
        // Before any room, since each takes the clock that is there. An instant that cannot be read is refused later, with all other faults of the settings.
        TimeProvider clock = Instants.TryReadWithOffset(builder.Configuration[StartClockAt], out var startAt)
            ? new OffsetTimeProvider(startAt, TimeProvider.System)
            : TimeProvider.System;
        builder.Services.TryAddSingleton(clock);
    }
}
