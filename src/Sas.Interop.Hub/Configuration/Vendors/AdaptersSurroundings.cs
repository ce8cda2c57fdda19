using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Hub.Configuration.Vendors;

/// <summary>What <c>adapters.json</c> is judged against.</summary>
/// <param name="Dialects">Registered dialects by name.</param>
/// <param name="Folder">Folder of the file: relative paths in it start here.</param>
/// <param name="Sandbox">Whether the sandbox is on.</param>
/// <param name="Environment">Reads an environment variable; null when it is not set.</param>
internal sealed record AdaptersSurroundings(
    IReadOnlyDictionary<string, IVendorAdapterFactory> Dialects,
    string Folder,
    bool Sandbox,
    Func<string, string?> Environment)
{
    /// <summary>True time, by which certificates go, whichever clock the hub shows.</summary>
    public TimeProvider TrueTime { get; init; } = TimeProvider.System;

    /// <exception cref="InvalidOperationException">Two registered dialects have one name.</exception>
    public static IReadOnlyDictionary<string, IVendorAdapterFactory> ByName(IEnumerable<IVendorAdapterFactory> factories)
    {
        var dialects = new SortedDictionary<string, IVendorAdapterFactory>(StringComparer.Ordinal);
        foreach (var factory in factories)
        {
            if (!dialects.TryAdd(factory.Dialect, factory))
            {
                throw new InvalidOperationException($"The dialect '{factory.Dialect}' is registered twice.");
            }
        }

        return dialects;
    }
}
