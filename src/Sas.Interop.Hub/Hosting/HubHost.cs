using System.Globalization;

using Microsoft.Extensions.DependencyInjection.Extensions;

using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Hosting;

/// <summary>What the process needs before any room: addresses, the clock, the data folder, and a bounded stop.</summary>
internal static class HubHost
{
    public const string StartClockAt = "Hub:StartClockAt";
    public const string DataFolderKey = "Hub:DataFolder";

    /// <summary>Exit code of a process that refuses its settings.</summary>
    public const int RefusedExitCode = 2;

    /// <summary>How long open requests may take to end at a stop; polls are cancelled at once. Together they stay below 10 s.</summary>
    public static readonly TimeSpan ShutdownWithin = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Longest request line in bytes. The server answers a longer one itself, without a body; below it the search's own bounds answer and say which was passed.
    /// </summary>
    public const int LongestRequestLine = 512 * 1024;

    /// <summary>Prepares the host.</summary>
    /// <returns>Why the host must not start, one sentence a line; null when it may.</returns>
    public static string? AddHubHost(this WebApplicationBuilder builder)
    {
        var faults = LoopbackRule.Faults(builder.Configuration);
        if (!LoopbackRule.NamesAddress(builder.Configuration))
        {
            builder.WebHost.UseUrls(LoopbackRule.DefaultUrl);
        }

        builder.WebHost.ConfigureKestrel(static server => server.Limits.MaxRequestLineSize = LongestRequestLine);
        AddClock(builder);
        builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = ShutdownWithin);
        return faults.Count == 0 ? null : string.Join(Environment.NewLine, faults);
    }

    /// <summary>Absolute path of the folder for all that the hub writes; a relative one is taken from the content root.</summary>
    public static string DataFolder(this IHostApplicationBuilder builder) =>
        Path.GetFullPath(builder.Configuration[DataFolderKey] is { Length: > 0 } folder ? folder : "data", builder.Environment.ContentRootPath);

    /// <summary>Registered before any room, each of which brings the system's time if there is none. A text that is no instant is refused with the other settings.</summary>
    private static void AddClock(WebApplicationBuilder builder)
    {
        if (DateTimeOffset.TryParse(builder.Configuration[StartClockAt], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var startAt))
        {
            builder.Services.TryAddSingleton<TimeProvider>(new OffsetTimeProvider(startAt, TimeProvider.System));
        }
    }
}
