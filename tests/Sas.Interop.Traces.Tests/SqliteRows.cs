using System.Globalization;
using System.Text;

using Microsoft.Data.Sqlite;

namespace Sas.Interop.Traces.Tests;

/// <summary>What the tables of a SQLite file hold, as text: a long value lies in the file in pieces, and a mark could be cut by their ends.</summary>
internal static class SqliteRows
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;
    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("SQLite format 3\0");

    public static bool IsDatabase(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> head = stackalloc byte[Magic.Length];
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual(Magic);
    }

    /// <returns>Null when a test damaged the file: its bytes were looked through as they are.</returns>
    public static async Task<string?> ReadAsync(string path)
    {
        var copy = Directory.CreateTempSubdirectory("rows-");
        try
        {
            // A copy with its log, so that reading changes nothing of what was left behind.
            var own = Path.Combine(copy.FullName, "copy.db");
            File.Copy(path, own);
            if (File.Exists(path + "-wal"))
            {
                File.Copy(path + "-wal", own + "-wal");
            }

            return await DumpAsync(own);
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is Corrupt or NotADatabase)
        {
            return null;
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    private static async Task<string> DumpAsync(string path)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        await connection.OpenAsync();
        var rows = new StringBuilder();
        foreach (var table in await TablesAsync(connection))
        {
            await using var all = connection.CreateCommand();
#pragma warning disable CA2100 // The name comes from the file's own list of tables, and is quoted.
            all.CommandText = $"SELECT * FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
#pragma warning restore CA2100
            await using var reader = await all.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    rows.Append(reader.GetValue(column) is byte[] bytes ? Encoding.Latin1.GetString(bytes) : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)).Append('\n');
                }
            }
        }

        return rows.ToString();
    }

    private static async Task<List<string>> TablesAsync(SqliteConnection connection)
    {
        await using var list = connection.CreateCommand();
        list.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        await using var reader = await list.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }
}
