using Microsoft.Extensions.DependencyInjection.Extensions;

using Sas.Interop.Adapters.Bimedoc;
using Sas.Interop.Contracts.Adapters;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the <c>bimedoc</c> dialect.</summary>
public static class BimedocServiceCollectionExtensions
{
    /// <summary>Adds the dialect; adding it twice has the effect of once.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddBimedocAdapter(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IVendorAdapterFactory, BimedocAdapterFactory>());
        return services;
    }
}
