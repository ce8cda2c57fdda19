namespace Sas.Interop.Hub.Persistence;

/// <summary>The database behind the hub: what differs between providers.</summary>
internal interface IHubDatabase
{
    /// <summary>Makes the database if it is missing and brings it to the present model. Called once, before anything reads or writes.</summary>
    /// <returns>Names of the migrations that were applied, in order.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The database cannot be used; the one failure says why.</exception>
    Task<IReadOnlyList<string>> OpenAsync(CancellationToken cancellationToken);

    /// <summary>A new unit of work; the caller disposes of it.</summary>
    /// <exception cref="IOException">The database is no longer there.</exception>
    HubContext CreateContext();

    /// <summary>Waits until a change may begin, where the database takes one writer at a time; null where it orders writers itself.</summary>
    /// <exception cref="IOException">Too many changes wait, or this one has waited too long.</exception>
    ValueTask<IDisposable?> TakeTurnAsync(CancellationToken cancellationToken);

    /// <summary>Whether a change failed only because another one came first: a unique key, a deadlock, a serialization failure. Made again, it sees what the other left.</summary>
    bool IsConflict(Exception failed);

    /// <summary>Whether a change failed only because its connection broke: nothing that was not committed is kept, and the next connection may be well.</summary>
    bool IsLostConnection(Exception failed);
}
