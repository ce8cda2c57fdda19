using Serilog.Events;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>Judges the levels of the section <c>Serilog</c> before the host is built: the log is needed first, and would stop the start with a stack trace.</summary>
internal static class LevelFaults
{
    private const string Section = "Serilog:MinimumLevel";

    /// <returns>One sentence a fault; empty when every level is known.</returns>
    public static IReadOnlyList<string> Of(IConfiguration configuration)
    {
        var levels = configuration.GetSection(Section);
        return
        [
            .. levels.GetSection("Override").GetChildren()
                .Prepend(levels.GetSection("Default"))
                .Prepend(levels)
                .Where(static level => level.Value is { } text && !Enum.TryParse<LogEventLevel>(text, ignoreCase: true, out _))
                .Select(static level => $"{level.Path}: '{level.Value}' is no level; use one of {string.Join(", ", Enum.GetNames<LogEventLevel>())}."),
        ];
    }
}
