using Sas.Interop.Adapters.FhirStandard;
using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Adapters.Tests;

/// <summary>Every dialect of the product.</summary>
internal static class DialectFactories
{
    public static IReadOnlyList<IVendorAdapterFactory> All { get; } =
    [
        .. typeof(FhirStandardAdapterFactory).Assembly.GetTypes()
            .Where(static type => type is { IsClass: true, IsAbstract: false } && typeof(IVendorAdapterFactory).IsAssignableFrom(type))
            .Select(static type => (IVendorAdapterFactory?)Activator.CreateInstance(type))
            .OfType<IVendorAdapterFactory>()
            .OrderBy(static factory => factory.Dialect, StringComparer.Ordinal),
    ];

    /// <summary>The type of a dialect's options: the one in its folder whose name ends so.</summary>
    public static Type OptionsOf(IVendorAdapterFactory factory) =>
        factory.GetType().Assembly.GetTypes().Single(type => type.Namespace == factory.GetType().Namespace && type.Name.EndsWith("Options", StringComparison.Ordinal));
}
