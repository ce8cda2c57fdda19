using System.Reflection;

using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Adapters.Tests;

/// <summary>Every dialect of the product, as its own registration makes it.</summary>
internal static class DialectFactories
{
    public static IReadOnlyList<IVendorAdapterFactory> All { get; } = Register();

    /// <summary>The type of a dialect's options: the one in its folder whose name ends so.</summary>
    public static Type OptionsOf(IVendorAdapterFactory factory) =>
        factory.GetType().Assembly.GetTypes().Single(type =>
            type is { IsClass: true, IsNested: false } && type.Namespace == factory.GetType().Namespace && type.Name.EndsWith("Options", StringComparison.Ordinal));

    private static IVendorAdapterFactory[] Register()
    {
        var services = new ServiceCollection();
        var registrations = typeof(BimedocServiceCollectionExtensions).Assembly.GetExportedTypes()
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(static method => method.Name.StartsWith("Add", StringComparison.Ordinal) && method.Name.EndsWith("Adapter", StringComparison.Ordinal));
        foreach (var registration in registrations)
        {
            registration.Invoke(null, [services]);
        }

        // Kept alive for the test run: the factories may hold what the container made.
        return [.. services.BuildServiceProvider().GetServices<IVendorAdapterFactory>().OrderBy(static factory => factory.Dialect, StringComparer.Ordinal)];
    }
}
