namespace Sas.Interop.Hub.Configuration;

/// <summary>Told of every change of the catalog or the directory, after the swap, one change at a time, also once at the start with everything as added.</summary>
internal interface IVendorCatalogListener
{
    Task OnChangedAsync(VendorCatalogChange change, CancellationToken cancellationToken);
}
