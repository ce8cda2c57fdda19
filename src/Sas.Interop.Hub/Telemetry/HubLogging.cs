using System.ComponentModel.DataAnnotations;
using System.Globalization;

using Serilog;
using Serilog.Configuration;
using Serilog.Debugging;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>Builds the Serilog pipeline: sane levels, console, and files that cannot fill the disk. The section <c>Serilog</c> has the last word on levels, but for what would write addresses of requests.</summary>
internal static class HubLogging
{
    private const string Template =
        "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} [{EventNumber}] {SourceContext} {Message:lj} {TraceId}{NewLine}{Exception}";

    /// <exception cref="ValidationException">A setting is out of its bounds.</exception>
    public static Serilog.Core.Logger Create(IConfiguration configuration, string dataFolder)
    {
        var settings = configuration.GetSection(LogSettings.Section).Get<LogSettings>() ?? new LogSettings();
        Validator.ValidateObject(settings, new ValidationContext(settings), validateAllProperties: true);

        // A full disk or a read-only folder must be seen, and must not stop the hub.
        SelfLog.Enable(TextWriter.Synchronized(Console.Error));
        // The overrides after the section stand for what writes whole addresses of requests below warnings, with whatever a caller put into them.
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            .MinimumLevel.Override("Polly", LogEventLevel.Warning)
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
            .ReadFrom.Configuration(configuration)
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.AspNetCore.Routing", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.AspNetCore.Server.Kestrel", LogEventLevel.Warning)
            .MinimumLevel.Override("System.Net.Http.HttpClient", LogEventLevel.Warning)
            .Enrich.FromLogContext()
            .Enrich.With<EventNumber>();
        WriteToConsole(logger.WriteTo, settings);
        WriteToFiles(logger.WriteTo, settings, Path.Combine(dataFolder, "logs", "hub-.log"));
        return logger.CreateLogger();
    }

    private static void WriteToConsole(LoggerSinkConfiguration sinks, LogSettings settings)
    {
        if (settings.Console == "json")
        {
            sinks.Console(new JsonFormatter(renderMessage: true, formatProvider: CultureInfo.InvariantCulture));
        }
        else
        {
            sinks.Console(outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture);
        }
    }

    private static void WriteToFiles(LoggerSinkConfiguration sinks, LogSettings settings, string path)
    {
        if (settings.FilesKept > 0)
        {
            sinks.File(
                new JsonFormatter(renderMessage: true, formatProvider: CultureInfo.InvariantCulture),
                path,
                fileSizeLimitBytes: settings.FileMegabytes * 1024L * 1024L,
                rollingInterval: RollingInterval.Day,
                rollOnFileSizeLimit: true,
                retainedFileCountLimit: settings.FilesKept);
        }
    }
}
