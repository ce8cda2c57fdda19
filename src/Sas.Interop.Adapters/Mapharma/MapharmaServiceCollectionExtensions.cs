using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Adapters.Mapharma;
using Sas.Interop.Contracts.Adapters;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the <c>mapharma</c> dialect.</summary>
public static class MapharmaServiceCollectionExtensions
{
    /// <summary>Adds the factory of the <c>mapharma</c> dialect; adding it twice has the effect of once.</summary>
    /// <param name="services">The host's services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddMapharmaAdapter(this IServiceCollection services)
    {
        services.TryAddSingleton<IValidateOptions<MapharmaOptions>, MapharmaOptionsValidator>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IVendorAdapterFactory, MapharmaAdapterFactory>());
        return services;
    }
}
