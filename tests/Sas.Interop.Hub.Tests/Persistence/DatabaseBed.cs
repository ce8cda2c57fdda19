using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Outbox;
using Sas.Interop.Hub.Persistence.Sqlite;
using Sas.Interop.Hub.Tests.Persistence.PostgreSql;
using Sas.Interop.Hub.Tests.Persistence.SqlServer;
using Sas.Interop.Hub.Tests.Polling;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Hub.Tests.Persistence;

/// <summary>A real and empty database of one provider, for one test; several hubs may use it at once.</summary>
internal abstract class DatabaseBed : IAsyncDisposable
{
    private readonly List<IHubDatabase> _hubs = [];

    public LogRecorder Lines { get; } = new();

    /// <summary>Settings of the hubs that are made from now on.</summary>
    public StorageOptions Options { get; } = new() { Timeout = TimeSpan.FromSeconds(5), LockWait = TimeSpan.FromSeconds(4), MaxConnections = 20 };

    /// <summary>A bed; a test whose provider is missing is skipped.</summary>
    public static Task<DatabaseBed> CreateAsync(StorageProvider provider) => provider switch
    {
        StorageProvider.PostgreSql => PostgreSqlBed.CreateAsync(),
        StorageProvider.SqlServer => SqlServerBed.CreateAsync(),
        _ => Task.FromResult<DatabaseBed>(new SqliteBed()),
    };

    /// <summary>One hub's view of the database, not opened.</summary>
    public IHubDatabase Hub()
    {
        using var loggers = new LoggerFactory([Lines]);
        var hub = Create(Microsoft.Extensions.Options.Options.Create(Options), loggers);
        _hubs.Add(hub);
        return hub;
    }

    public async Task<IHubDatabase> OpenedAsync()
    {
        var hub = Hub();
        await hub.OpenAsync(CancellationToken.None);
        return hub;
    }

    public static StorageGuard Guard(IHubDatabase hub, OutboxBell? bell = null) => new(hub, bell ?? new OutboxBell(), NullLogger<StorageGuard>.Instance);

    public async Task<StorageGuard> GuardAsync() => Guard(await OpenedAsync());

    public async ValueTask DisposeAsync()
    {
        foreach (var hub in _hubs)
        {
            await CloseAsync(hub);
        }

        await RemoveAsync();
    }

    protected abstract IHubDatabase Create(IOptions<StorageOptions> options, ILoggerFactory loggers);

    protected abstract ValueTask RemoveAsync();

    private static async ValueTask CloseAsync(IHubDatabase hub)
    {
        if (hub is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync();
        }
        else
        {
            (hub as IDisposable)?.Dispose();
        }
    }

    private sealed class SqliteBed : DatabaseBed
    {
        private readonly TestFolder _folder = new("hub-bed-");

        protected override IHubDatabase Create(IOptions<StorageOptions> options, ILoggerFactory loggers) =>
            new SqliteDatabase(Path.Combine(_folder.FullName, SqliteDatabase.FileName), options, TimeProvider.System, loggers.CreateLogger<SqliteDatabase>());

        protected override ValueTask RemoveAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
