using System.Collections.Frozen;

namespace Sas.Interop.Hub.Configuration.Reload;

/// <summary>Tells the listeners what changed since it told them last, one listener after the other.</summary>
internal sealed class CatalogAnnouncer(IVendorCatalog catalog, IEnumerable<IVendorCatalogListener> listeners, ILogger<CatalogAnnouncer> logger)
{
    private readonly IVendorCatalogListener[] _listeners = [.. listeners];
    private IReadOnlyDictionary<string, VendorModel> _told = FrozenDictionary<string, VendorModel>.Empty;
    private int _toldVersion;

    /// <param name="directoryVersion">Of the directory as it is now; its first one counts as changed.</param>
    /// <param name="cancellationToken">Ends the telling.</param>
    public async Task TellAsync(int directoryVersion, CancellationToken cancellationToken)
    {
        var now = catalog.Current;
        if (CatalogDiff.Between(_told, now, directoryVersion != _toldVersion) is not { } change)
        {
            _told = now;
            return;
        }

        (_told, _toldVersion) = (now, directoryVersion);
        logger.CatalogChanged(change.Added.Count, change.Changed.Count, change.Removed.Count, change.DirectoryChanged);
        foreach (var listener in _listeners)
        {
            try
            {
                await listener.OnChangedAsync(change, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
#pragma warning disable CA1031 // The edge of a loop: one listener's defect must not keep the others from hearing of the change.
            catch (Exception defect)
#pragma warning restore CA1031
            {
                logger.ListenerFailed(defect, listener.GetType().Name);
            }
        }
    }
}
