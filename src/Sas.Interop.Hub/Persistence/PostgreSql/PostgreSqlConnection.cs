using System.Globalization;

using Npgsql;

namespace Sas.Interop.Hub.Persistence.PostgreSql;

/// <summary>Reads connection strings of PostgreSQL, and adds what the hub relies on.</summary>
internal static class PostgreSqlConnection
{
    private const string Application = "sas-interop-hub";
    private const string Flush = "synchronous_commit";

    // A hub that hangs in a change would hold its rows for ever.
    private static readonly TimeSpan LongestIdleChange = TimeSpan.FromSeconds(60);

    /// <returns>What is wrong, as the end of a sentence that begins with the setting; null when it can be used.</returns>
    public static string? Fault(StorageConnection connection) => Read(connection.Text ?? string.Empty) switch
    {
        null => "is no connection string of PostgreSQL, such as Host=db;Database=hub;Username=hub;Password=…",
        { Host: null or "" } => "names no Host",
        { Database: null or "" } => "names no Database",
        { Multiplexing: true } => "asks for Multiplexing, which changes in transactions cannot use",
        { } read when connection.IsPlain && !string.IsNullOrEmpty(read.Password) => StorageConnection.PlainPassword,
        _ => null,
    };

    /// <param name="text">One that <see cref="Fault"/> has nothing against.</param>
    /// <param name="options">Times and sizes, which go before those in the text.</param>
    public static NpgsqlConnectionStringBuilder Of(string text, StorageOptions options)
    {
        var read = new NpgsqlConnectionStringBuilder(text)
        {
            Timeout = (int)options.ConnectWithin.TotalSeconds,
            CommandTimeout = (int)options.Timeout.TotalSeconds,
            CancellationTimeout = (int)TimeSpan.FromSeconds(1).TotalMilliseconds,
            MaxPoolSize = options.MaxConnections,
            Pooling = true,
            Enlist = false,
            IncludeErrorDetail = false,
        };
        read.MinPoolSize = Math.Min(read.MinPoolSize, options.MaxConnections);
        read.ApplicationName ??= Application;

        // Given when a session starts, so that they outlive the reset of a pooled connection. What the operator has chosen for commits stands; opening judges it.
        var own = read.Options ?? string.Empty;
        var flush = own.Contains(Flush, StringComparison.Ordinal) ? string.Empty : $" -c {Flush}=on";
        read.Options = string.Create(
            CultureInfo.InvariantCulture,
            $"{own}{flush} -c lock_timeout={options.LockWait.TotalMilliseconds:0} -c idle_in_transaction_session_timeout={LongestIdleChange.TotalMilliseconds:0}").Trim();
        return read;
    }

    // The reader's own message may quote the text.
    private static NpgsqlConnectionStringBuilder? Read(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }
}
