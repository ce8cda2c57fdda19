using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Adapters.Ordoclic;
using Sas.Interop.Contracts.Adapters;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the <c>ordoclic</c> dialect.</summary>
public static class OrdoclicServiceCollectionExtensions
{
    /// <summary>Adds the factory of the <c>ordoclic</c> dialect; adding it twice has the effect of once.</summary>
    /// <param name="services">The host's services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddOrdoclicAdapter(this IServiceCollection services)
    {
        services.TryAddSingleton<IValidateOptions<OrdoclicOptions>, OrdoclicOptionsValidator>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IVendorAdapterFactory, OrdoclicAdapterFactory>());
        return services;
    }
}
