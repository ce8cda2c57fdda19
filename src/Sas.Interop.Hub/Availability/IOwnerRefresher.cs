using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>Asks vendors again on behalf of a caller who wants fresher data (decision 4 of the design).</summary>
internal interface IOwnerRefresher
{
    /// <summary>
    /// Has every vendor that equips one of the owners pulled again, unless it spoke of that owner within the age. Many callers at once cause one pull; a pull that is
    /// late still reaches the index. Returns when all have answered or the time is up, and never fails.
    /// </summary>
    /// <param name="owners">Whose slots; any number, known or not.</param>
    /// <param name="maxAge">The oldest data that the caller accepts; zero or more.</param>
    /// <param name="within">How long the caller waits.</param>
    /// <param name="cancellationToken">The caller left: the wait ends, the pulls go on.</param>
    Task RefreshAsync(IReadOnlyList<OwnerKey> owners, TimeSpan maxAge, TimeSpan within, CancellationToken cancellationToken);
}
