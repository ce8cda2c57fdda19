using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>Where log lines go and how many are kept (section <c>Hub:Log</c>). Levels are Serilog's, in the section <c>Serilog</c>.</summary>
internal sealed class LogSettings
{
    public const string Section = "Hub:Log";

    /// <summary><c>text</c> for people, <c>json</c> (one object a line) for collectors.</summary>
    [Required]
    [RegularExpression("^(text|json)$", ErrorMessage = "Hub:Log:Console must be 'text' or 'json'.")]
    public string Console { get; set; } = "text";

    /// <summary>Largest log file in megabytes; a fuller one is followed by the next.</summary>
    [Range(1, 1024, ErrorMessage = "Hub:Log:FileMegabytes must be a number from {1} to {2}.")]
    public int FileMegabytes { get; set; } = 20;

    /// <summary>How many log files are kept; 0 writes none.</summary>
    [Range(0, 366, ErrorMessage = "Hub:Log:FilesKept must be a number from {1} to {2}.")]
    public int FilesKept { get; set; } = 14;

    /// <summary>Judges the section before the host is built: the log is needed first, and cannot tell of its own settings.</summary>
    /// <returns>One sentence a fault; empty when the section can be used.</returns>
    public static IReadOnlyList<string> Faults(IConfiguration configuration)
    {
        try
        {
            var settings = configuration.GetSection(Section).Get<LogSettings>() ?? new LogSettings();
            var results = new List<ValidationResult>();
            Validator.TryValidateObject(settings, new ValidationContext(settings), results, validateAllProperties: true);
            return [.. results.Select(static result => result.ErrorMessage).OfType<string>()];
        }
        catch (InvalidOperationException unreadable)
        {
            // The binder's message names the key and the value.
            return [unreadable.Message];
        }
    }
}
