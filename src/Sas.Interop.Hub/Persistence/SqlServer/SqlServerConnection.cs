using Microsoft.Data.SqlClient;

namespace Sas.Interop.Hub.Persistence.SqlServer;

/// <summary>Reads connection strings of SQL Server, and adds what the hub relies on.</summary>
internal static class SqlServerConnection
{
    private const string Application = "sas-interop-hub";

    /// <returns>What is wrong, as the end of a sentence that begins with the setting; null when it can be used.</returns>
    public static string? Fault(StorageConnection connection) => Read(connection.Text ?? string.Empty) switch
    {
        null => "is no connection string of SQL Server, such as Server=db;Database=hub;User ID=hub;Password=…",
        { DataSource: null or "" } => "names no Server",
        { InitialCatalog: null or "" } => "names no Database",
        { } read when connection.IsPlain && !string.IsNullOrEmpty(read.Password) => StorageConnection.PlainPassword,
        _ => null,
    };

    /// <param name="text">One that <see cref="Fault"/> has nothing against.</param>
    /// <param name="options">Times and sizes, which go before those in the text.</param>
    public static SqlConnectionStringBuilder Of(string text, StorageOptions options)
    {
        var read = new SqlConnectionStringBuilder(text)
        {
            ConnectTimeout = (int)options.ConnectWithin.TotalSeconds,
            CommandTimeout = (int)options.Timeout.TotalSeconds,
            MaxPoolSize = options.MaxConnections,
            Pooling = true,
            Enlist = false,

            // The guard itself makes a change again, and knows when it may.
            ConnectRetryCount = 0,
        };
        read.MinPoolSize = Math.Min(read.MinPoolSize, options.MaxConnections);
        if (!read.ShouldSerialize("Application Name"))
        {
            read.ApplicationName = Application;
        }

        return read;
    }

    // The reader's own message may quote the text.
    private static SqlConnectionStringBuilder? Read(string text)
    {
        try
        {
            return new SqlConnectionStringBuilder(text);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }
}
