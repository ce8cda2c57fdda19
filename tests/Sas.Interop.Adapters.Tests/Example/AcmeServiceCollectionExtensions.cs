using Microsoft.Extensions.DependencyInjection.Extensions;

using Sas.Interop.Adapters.Tests.Example;
using Sas.Interop.Contracts.Adapters;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the <c>acme</c> dialect.</summary>
public static class AcmeServiceCollectionExtensions
{
    /// <summary>Adds the dialect; adding it twice has the effect of once.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddAcmeAdapter(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IVendorAdapterFactory, AcmeAdapterFactory>());
        return services;
    }
}
