using Microsoft.Data.Sqlite;

namespace Sas.Interop.Hub.Persistence.Sqlite;

/// <summary>Says what keeps a file from being a database, in words for the operator.</summary>
internal static class SqliteFaults
{
    // Result codes of SQLite.
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static string Why(Exception failed) => failed switch
    {
        SqliteException { SqliteErrorCode: Busy or Locked } => "another program holds it",
        SqliteException { SqliteErrorCode: ReadOnly } => "it, or its folder, may not be written",
        SqliteException { SqliteErrorCode: Corrupt } => "it is damaged",
        SqliteException { SqliteErrorCode: Full } => "the disk is full",
        SqliteException { SqliteErrorCode: CannotOpen } => "it, or its folder, cannot be opened for writing",
        SqliteException { SqliteErrorCode: NotADatabase } => "it is no SQLite database",
        UnauthorizedAccessException => "it, or its folder, may not be written",
        _ => failed.Message.TrimEnd('.'),
    };
}
