using Sas.Interop.Hub.Persistence;

namespace Sas.Interop.Durability.Writing;

/// <summary>The database of a write run: how the hub is told of it, and what it does by itself.</summary>
internal interface IWriteStore : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Makes a new and empty database for the next hub.</summary>
    Task PrepareAsync();

    /// <summary>The database that the hub uses, with or without waiting for the disk.</summary>
    IHubDatabase Open(IServiceProvider services, string dataFolder, bool flush);

    /// <summary>How many connections the database's own commits are counted with.</summary>
    IReadOnlyList<int> ReferenceConnections { get; }

    /// <summary>Commits a second of transactions that write one small row, over some connections, on the same disk.</summary>
    Task<double> CommitsAsync(string dataFolder, int connections, bool flush, TimeSpan duration);
}
