namespace Sas.Interop.Hub.Persistence;

/// <summary>The database behind the hub: what differs between providers.</summary>
internal interface IHubDatabase
{
    /// <summary>Makes the database if it is missing and brings it to the present model. Called once, before anything reads or writes.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The database cannot be used; the one failure says why.</exception>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>A new unit of work; the caller disposes of it.</summary>
    /// <exception cref="IOException">The database is no longer there.</exception>
    HubContext CreateContext();
}
