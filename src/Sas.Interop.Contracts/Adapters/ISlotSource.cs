namespace Sas.Interop.Contracts.Adapters;

/// <summary>An adapter that can be asked for free slots. Implementations are safe for concurrent pulls.</summary>
public interface ISlotSource
{
    /// <summary>How many targets one pull may hold: 1 to 25 (CONTRACT §2.2).</summary>
    int TargetsPerPull { get; }

    /// <summary>Reads the free slots of some owners over a window, as they come.</summary>
    /// <param name="request">Owners and window.</param>
    /// <param name="cancellationToken">Ends the pull; results already given stay valid.</param>
    /// <returns>Results in any order. What a vendor does wrong is a failed result, never an exception.</returns>
    IAsyncEnumerable<PullResult> PullAsync(PullRequest request, CancellationToken cancellationToken);
}
