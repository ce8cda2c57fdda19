namespace Sas.Interop.Hub.Persistence;

/// <summary>Who brings a database to the present model.</summary>
internal enum StorageMigration
{
    /// <summary>Every start, the first of several hubs for all.</summary>
    AtStart,

    /// <summary>The command <c>migrate</c> alone; a start refuses a database that it would have to change.</summary>
    ByCommand,
}
