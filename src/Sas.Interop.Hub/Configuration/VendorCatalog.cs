using System.Collections.Frozen;

namespace Sas.Interop.Hub.Configuration;

/// <summary>Holds the vendors of the last good file; readers take <see cref="Current"/> once and never wait.</summary>
internal sealed class VendorCatalog : IVendorCatalog
{
    private volatile IReadOnlyDictionary<string, VendorModel> _current = FrozenDictionary<string, VendorModel>.Empty;

    public IReadOnlyDictionary<string, VendorModel> Current => _current;

    public void Swap(IReadOnlyDictionary<string, VendorModel> next) => _current = next;
}
