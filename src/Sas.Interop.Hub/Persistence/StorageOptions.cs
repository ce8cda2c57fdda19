using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Hub.Persistence;

/// <summary>The hub's database (section <c>Hub:Storage</c>). The file of SQLite is <c>hub.db</c> in <c>Hub:DataFolder</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Hub:Storage";

    /// <summary>Which database.</summary>
    [EnumDataType(typeof(StorageProvider), ErrorMessage = "Hub:Storage:Provider must be sqlite, postgresql or sqlserver.")]
    public StorageProvider Provider { get; set; }

    /// <summary>Connection string of a server: <c>env:NAME</c>, <c>file:path</c>, or the string itself when it holds no password. None for SQLite.</summary>
    [StringLength(4_000, MinimumLength = 1, ErrorMessage = "Hub:Storage:Connection must be 1 to 4000 characters.")]
    public string? Connection { get; set; }

    /// <summary>Who brings the database to the present model.</summary>
    [EnumDataType(typeof(StorageMigration), ErrorMessage = "Hub:Storage:Migrate must be atStart or byCommand.")]
    public StorageMigration Migrate { get; set; }

    /// <summary>How long one statement may take, the wait for a database that another program holds included; the request is refused afterwards. Counted in whole seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a statement may wait for a row that another change holds, on a server.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1000000", "00:01:00")]
    public TimeSpan LockWait { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>How long a connection to a server may take, the wait for a free one included. Counted in whole seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ConnectWithin { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Connections to a server at most.</summary>
    [Range(2, 1_000)]
    public int MaxConnections { get; set; } = 64;

    /// <summary>How long a start waits while another hub brings the same database to the present model.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan OpenWithin { get; set; } = TimeSpan.FromSeconds(30);
}
