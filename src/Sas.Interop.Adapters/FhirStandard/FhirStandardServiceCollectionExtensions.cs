using Microsoft.Extensions.DependencyInjection.Extensions;

using Sas.Interop.Adapters.FhirStandard;
using Sas.Interop.Contracts.Adapters;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the <c>sas-fhir</c> dialect.</summary>
public static class FhirStandardServiceCollectionExtensions
{
    /// <summary>Adds the adapter of vendors that follow the national contract.</summary>
    /// <param name="services">The container's registrations.</param>
    /// <returns>The same registrations.</returns>
    public static IServiceCollection AddFhirStandardAdapter(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IVendorAdapterFactory, FhirStandardAdapterFactory>());
        return services;
    }
}
