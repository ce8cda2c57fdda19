using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Adapters.AvecMonDoc;
using Sas.Interop.Contracts.Adapters;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the <c>avecmondoc</c> dialect.</summary>
public static class AvecMonDocServiceCollectionExtensions
{
    /// <summary>Adds the factory of the <c>avecmondoc</c> dialect; adding it twice has the effect of once.</summary>
    /// <param name="services">The host's services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddAvecMonDocAdapter(this IServiceCollection services)
    {
        services.TryAddSingleton<IValidateOptions<AvecMonDocOptions>, AvecMonDocOptionsValidator>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IVendorAdapterFactory, AvecMonDocAdapterFactory>());
        return services;
    }
}
