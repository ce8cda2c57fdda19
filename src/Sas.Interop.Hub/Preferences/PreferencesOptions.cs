using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Hub.Preferences;

/// <summary>Bounds on what owners may declare (section <c>Hub:Preferences</c>).</summary>
internal sealed class PreferencesOptions
{
    public const string Section = "Hub:Preferences";

    /// <summary>Owners whose preferences are kept, those that took them back included.</summary>
    [Range(1, 5_000_000)]
    public int MaxOwners { get; set; } = 500_000;
}
