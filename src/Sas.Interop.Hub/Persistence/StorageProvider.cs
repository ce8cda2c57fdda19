namespace Sas.Interop.Hub.Persistence;

/// <summary>Which database keeps what is durable.</summary>
internal enum StorageProvider
{
    /// <summary>A file in the data folder; nothing to install.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server.</summary>
    PostgreSql,

    /// <summary>A SQL Server.</summary>
    SqlServer,
}
