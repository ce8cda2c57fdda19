using Microsoft.Extensions.DependencyInjection.Extensions;

using Sas.Interop.Adapters.Valwin;
using Sas.Interop.Contracts.Adapters;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the <c>valwin</c> dialect.</summary>
public static class ValwinServiceCollectionExtensions
{
    /// <summary>Adds the dialect; adding it twice has the effect of once.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddValwinAdapter(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IVendorAdapterFactory, ValwinAdapterFactory>());
        return services;
    }
}
