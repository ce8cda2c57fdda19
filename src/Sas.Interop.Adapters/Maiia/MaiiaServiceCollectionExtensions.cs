using Microsoft.Extensions.DependencyInjection.Extensions;

using Sas.Interop.Adapters.Maiia;
using Sas.Interop.Contracts.Adapters;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registration of the <c>maiia</c> dialect.</summary>
public static class MaiiaServiceCollectionExtensions
{
    /// <summary>Adds the <c>maiia</c> dialect.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddMaiiaAdapter(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IVendorAdapterFactory, MaiiaAdapterFactory>());
        return services;
    }
}
