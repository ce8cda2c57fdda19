using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Mapharma;

/// <summary>Keeps the last good catalogue: it is one large national answer that times out at times. Safe for concurrent calls; one of them asks, the others wait.</summary>
internal sealed class MapharmaCatalogueKeeper(MapharmaClient client, MapharmaOptions options, TimeProvider time) : IDisposable
{
    // Beyond a day the campaigns of the copy are mostly closed.
    private static readonly TimeSpan LongestUse = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private MapharmaCatalogue? _last;
    private DateTimeOffset _readAt;

    /// <returns>The catalogue, or an older copy beside the failure, or the failure alone.</returns>
    public async ValueTask<(MapharmaCatalogue? Catalogue, HubError? Error)> GetAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_last is not null && time.GetUtcNow() < _readAt + options.CatalogueTtl)
            {
                return (_last, null);
            }

            var read = await client.ReadCatalogueAsync(cancellationToken);
            if (read.IsSuccess)
            {
                (_last, _readAt) = (read.Value, time.GetUtcNow());
            }
            else if (time.GetUtcNow() > _readAt + LongestUse)
            {
                _last = null;
            }

            return (_last, read.Error);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
