using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Hub.Configuration;

/// <summary>Settings of the hub itself (section <c>Hub</c>). Texts that must be parsed stay texts here, so that the validator can list every fault.</summary>
internal sealed class HubOptions
{
    public const string Section = "Hub";

    /// <summary>Path of the vendors' file; a relative one is looked for in the current folder, then beside the executable.</summary>
    [Required(ErrorMessage = "Hub:AdaptersFile is empty; give the path of a file.")]
    [StringLength(1_000, ErrorMessage = "Hub:AdaptersFile is longer than 1000 characters.")]
    public string AdaptersFile { get; set; } = "adapters.json";

    /// <summary>Path of the directory; null takes the sandbox's own with the sandbox on, else <c>directory.json</c> if there is one.</summary>
    [StringLength(1_000, MinimumLength = 1, ErrorMessage = "Hub:DirectoryFile must be 1 to 1000 characters.")]
    public string? DirectoryFile { get; set; }

    /// <summary>Path of the list of callers, looked for likewise; null is development: nobody is told apart, and the hub listens on this machine only.</summary>
    [StringLength(1_000, MinimumLength = 1, ErrorMessage = "Hub:CallersFile must be 1 to 1000 characters.")]
    public string? CallersFile { get; set; }

    /// <summary>Folder for what the hub keeps; made when it is missing.</summary>
    [Required(ErrorMessage = "Hub:DataFolder is empty; give the path of a folder.")]
    [StringLength(1_000, ErrorMessage = "Hub:DataFolder is longer than 1000 characters.")]
    public string DataFolder { get; set; } = "data";

    /// <summary>Root of the hub as its callers see it, or null to take it from each request.</summary>
    [PublicUrl(ErrorMessage = "Hub:PublicBaseUrl must be an absolute http or https URL without user, query and fragment.")]
    public string? PublicBaseUrl { get; set; }

    /// <summary>The instant at which the hub's clock starts, or null for the system's time.</summary>
    [Instant(ErrorMessage = "Hub:StartClockAt must be an instant with offset between 2000 and 2100, such as 2026-03-02T08:00:00+01:00.")]
    public string? StartClockAt { get; set; }

    /// <summary>The mocked vendors. Declared last: the binder stops at a value that is not true or false, and all others are bound by then.</summary>
    public SandboxOptions Sandbox { get; set; } = new();

    /// <summary>Why the section could not be bound; null when it could.</summary>
    internal string? Unreadable { get; set; }
}
