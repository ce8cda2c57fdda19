using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Outbox;
using Sas.Interop.Hub.Persistence.SqlServer;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Persistence.SqlServer;

/// <summary>A guard over a SQL Server that only writes down what it is asked.</summary>
internal sealed class StoreRig : IHubDatabase
{
    private readonly SqlScript _script;

    public StoreRig(SqlScript script)
    {
        _script = script;
        Guard = new StorageGuard(this, new OutboxBell(), NullLogger<StorageGuard>.Instance);
    }

    public StorageGuard Guard { get; }

    public ManualTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public Task<IReadOnlyList<string>> OpenAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    public HubContext CreateContext() =>
        new SqlServerHubContext(new DbContextOptionsBuilder<SqlServerHubContext>().UseSqlServer(new RecordingConnection(_script), contextOwnsConnection: true).Options);

    public ValueTask<IDisposable?> TakeTurnAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IDisposable?>(null);

    public bool IsConflict(Exception failed) => false;

    public bool IsLostConnection(Exception failed) => false;
}
