using Sas.Interop.Hub.Persistence;

namespace Sas.Interop.Durability.Writing;

/// <summary>A database of the hub whose units of work do not wait for the disk. It stands in the tests alone: the product has no setting that would do this.</summary>
internal sealed class FlushlessDatabase(IHubDatabase durable, Func<string, HubContext> create) : IHubDatabase
{
    public Task<IReadOnlyList<string>> OpenAsync(CancellationToken cancellationToken) => durable.OpenAsync(cancellationToken);

    public HubContext CreateContext()
    {
        using var context = durable.CreateContext();
        return create(Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetConnectionString(context.Database) ?? string.Empty);
    }

    public ValueTask<IDisposable?> TakeTurnAsync(CancellationToken cancellationToken) => durable.TakeTurnAsync(cancellationToken);

    public bool IsConflict(Exception failed) => durable.IsConflict(failed);

    public bool IsLostConnection(Exception failed) => durable.IsLostConnection(failed);
}
