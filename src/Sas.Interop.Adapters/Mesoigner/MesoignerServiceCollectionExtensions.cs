using Microsoft.Extensions.DependencyInjection.Extensions;

using Sas.Interop.Adapters.Mesoigner;
using Sas.Interop.Contracts.Adapters;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the <c>mesoigner</c> dialect.</summary>
public static class MesoignerServiceCollectionExtensions
{
    /// <summary>Adds the dialect; adding it twice has the effect of once.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddMesoignerAdapter(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IVendorAdapterFactory, MesoignerAdapterFactory>());
        return services;
    }
}
