using Microsoft.Extensions.DependencyInjection.Extensions;

using Sas.Interop.Adapters.Keldoc;
using Sas.Interop.Contracts.Adapters;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registration of the <c>keldoc</c> dialect.</summary>
public static class KeldocServiceCollectionExtensions
{
    /// <summary>Adds the <c>keldoc</c> dialect.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddKeldocAdapter(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IVendorAdapterFactory, KeldocAdapterFactory>());
        return services;
    }
}
