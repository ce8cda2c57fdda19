using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Hub.Polling;

/// <summary>The registered dialects by name.</summary>
internal sealed class DialectTable
{
    private readonly Dictionary<string, IVendorAdapterFactory> _factories = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">Two factories have one name: the start must stop.</exception>
    public DialectTable(IEnumerable<IVendorAdapterFactory> factories)
    {
        foreach (var factory in factories)
        {
            if (!_factories.TryAdd(factory.Dialect, factory))
            {
                throw new InvalidOperationException(
                    $"The dialect '{factory.Dialect}' is registered twice: by {_factories[factory.Dialect].GetType().Name} and by {factory.GetType().Name}.");
            }
        }
    }

    /// <exception cref="InvalidOperationException">No such dialect; the catalog lets none pass.</exception>
    public IVendorAdapterFactory Get(string dialect) =>
        _factories.TryGetValue(dialect, out var factory) ? factory : throw new InvalidOperationException($"The dialect '{dialect}' is not registered.");
}
