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
    [Range(1, 1024)]
    public int FileMegabytes { get; set; } = 20;

    /// <summary>How many log files are kept; 0 writes none.</summary>
    [Range(0, 366)]
    public int FilesKept { get; set; } = 14;
}
