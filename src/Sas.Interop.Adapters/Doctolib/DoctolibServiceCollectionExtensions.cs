using Microsoft.Extensions.DependencyInjection.Extensions;

using Sas.Interop.Adapters.Doctolib;
using Sas.Interop.Contracts.Adapters;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registration of the <c>doctolib</c> dialect.</summary>
public static class DoctolibServiceCollectionExtensions
{
    /// <summary>Adds the <c>doctolib</c> dialect.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddDoctolibAdapter(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IVendorAdapterFactory, DoctolibAdapterFactory>());
        return services;
    }
}
