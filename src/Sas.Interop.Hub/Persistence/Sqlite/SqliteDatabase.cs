using System.Threading.RateLimiting;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Persistence.Sqlite;

/// <summary>The database in one file beside the logs: nothing to install. Readers do not wait for the writer (write-ahead log).</summary>
internal sealed class SqliteDatabase : IHubDatabase, IDisposable
{
    public const string FileName = "hub.db";
    private const string LockTable = "__EFMigrationsLock";
    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;
    private const int MostWaiting = 1_024;
    private readonly string _path;
    private readonly string _connection;
    private readonly TimeSpan _openWithin;
    private readonly TimeProvider _time;
    private readonly ILogger<SqliteDatabase> _logger;
    private readonly DbContextOptions<SqliteHubContext> _options;
    private readonly TimeSpan _longestWait;
    private readonly SchemaKeeper _schema;

    // SQLite has one writer; those that wait for it in the database itself look again and again, and are served in no order.
    private readonly ConcurrencyLimiter _turns = new(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = MostWaiting });

    public SqliteDatabase(string path, IOptions<StorageOptions> options, TimeProvider time, ILogger<SqliteDatabase> logger)
    {
        _path = path;
        _time = time;
        _logger = logger;
        _openWithin = options.Value.OpenWithin;
        _longestWait = options.Value.Timeout;
        _schema = new SchemaKeeper(options.Value.Migrate);

        // Never "create": a file that vanished must not come back empty and unnoticed.
        _connection = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            DefaultTimeout = (int)options.Value.Timeout.TotalSeconds,
        }.ToString();
        _options = new DbContextOptionsBuilder<SqliteHubContext>().UseSqlite(_connection).AddInterceptors(new DurableWrites()).Options;
    }

    public async Task<IReadOnlyList<string>> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path) ?? string.Empty);
            using var alone = await OpenLock.TakeAsync(_path + ".lock", _openWithin, _time, cancellationToken)
                ?? throw Refused($"another hub has been bringing it to the present model for {_openWithin.TotalSeconds:0} s");
            MakeFile();
            await using var context = CreateContext();
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
            var brought = await _schema.BringAsync(context, stop => FreeAbandonedLockAsync(context, stop), cancellationToken);
            _logger.StorageOpened(brought.Refusal is null ? brought.Applied.Count : throw Refused(brought.Refusal));
            return brought.Applied;
        }
        catch (Exception failed) when (failed is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw Refused(SqliteFaults.Why(failed));
        }
    }

    public HubContext CreateContext()
    {
        if (File.Exists(_path))
        {
            return new SqliteHubContext(_options);
        }

        // An open file can be deleted under its user, who would go on writing to a file that nobody finds again: also after another one has come in its place.
        CloseIdle();
        throw new FileNotFoundException("The file of the database is gone.");
    }

    public async ValueTask<IDisposable?> TakeTurnAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_longestWait, _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var turn = await _turns.AcquireAsync(1, linked.Token);
            return turn.IsAcquired ? turn : throw new IOException("Too many changes wait for the database.");
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new IOException("A change has waited too long for the database.");
        }
    }

    public bool IsConflict(Exception failed) =>
        failed.GetBaseException() is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    // A file has no connection to lose.
    public bool IsLostConnection(Exception failed) => false;

    public void Dispose()
    {
        _turns.Dispose();
        CloseIdle();
    }

    private void CloseIdle()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }

    private void MakeFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(_path, options);
    }

    // The framework locks by a row, which outlives a process that is killed, and waits for it without end. Whoever gets here holds the file lock, so the row is nobody's.
    private async Task FreeAbandonedLockAsync(HubContext context, CancellationToken cancellationToken)
    {
        var tables = await context.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = {LockTable}").SingleAsync(cancellationToken);
        if (tables > 0 && await context.Database.ExecuteSqlRawAsync($"DELETE FROM {LockTable};", cancellationToken) > 0)
        {
            _logger.StorageLockFreed();
        }
    }

    private OptionsValidationException Refused(string why) =>
        new(StorageOptions.Section, typeof(StorageOptions), [$"Hub:DataFolder: the database '{_path}' cannot be used: {why}."]);
}
