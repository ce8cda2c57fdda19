using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Hub.Persistence;

/// <summary>The hub's database (section <c>Hub:Storage</c>). The file of SQLite is <c>hub.db</c> in <c>Hub:DataFolder</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Hub:Storage";

    /// <summary>How long one statement may wait for a database that another program holds; the request is refused afterwards. Counted in whole seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a start waits while another hub brings the same database to the present model.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan OpenWithin { get; set; } = TimeSpan.FromSeconds(30);
}
