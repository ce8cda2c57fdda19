using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.CareRequests;

/// <summary>What can be done with requests for care, for the endpoints.</summary>
internal sealed class CareRequestDesks(CareRequestOpening opening, CareRequestWriter writer, CareRequestStore store, OrientationStore orientations, TimeProvider time)
{
    public CareRequestOpening Opening => opening;

    public CareRequestWriter Writer => writer;

    /// <returns>The request; null when there is none of this id.</returns>
    public async Task<OrientationRow?> FindAsync(string id, CancellationToken cancellationToken) =>
        await orientations.FindAsync(id, cancellationToken) is { Kind: nameof(OrientationKind.Marketplace) } row ? row : null;

    public Task<List<OrientationRow>> PageAsync(CareRequestSearch search, CancellationToken cancellationToken) =>
        orientations.PageAsync(search.Filter, search.After, search.Count + 1, cancellationToken);

    /// <inheritdoc cref="CareRequestStore.CancelAsync" />
    public Task<CareRequestChange?> CancelAsync(string id, int? version, CancellationToken cancellationToken) =>
        store.CancelAsync(id, version, time.GetUtcNow(), cancellationToken);
}
