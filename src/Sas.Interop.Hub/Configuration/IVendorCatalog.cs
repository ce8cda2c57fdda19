namespace Sas.Interop.Hub.Configuration;

/// <summary>The vendors of <c>adapters.json</c>: always the last good file, swapped whole.</summary>
internal interface IVendorCatalog
{
    /// <summary>All vendors of the last good file by id, disabled ones included. Take it once a request.</summary>
    IReadOnlyDictionary<string, VendorModel> Current { get; }
}
