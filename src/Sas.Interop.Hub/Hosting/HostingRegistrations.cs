using Sas.Interop.Hub.Availability.WarmStart;
using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Hosting;

/// <summary>What the process registers besides the rooms.</summary>
internal static class HostingRegistrations
{
    /// <summary>Every dialect, one line each: the line that a new one adds.</summary>
    public static IServiceCollection AddDialects(this IServiceCollection services) => services
        .AddFhirStandardAdapter()
        .AddDoctolibAdapter()
        .AddKeldocAdapter()
        .AddMaiiaAdapter()
        .AddOrdoclicAdapter()
        .AddMapharmaAdapter()
        .AddValwinAdapter()
        .AddAvecMonDocAdapter()
        .AddMesoignerAdapter()
        .AddBimedocAdapter();

    /// <summary>Joins what is saved of slots with what the configuration knows.</summary>
    public static IServiceCollection AddKnownLinks(this IServiceCollection services) => services.AddSingleton<IKnownLinks, KnownLinks>();

    /// <summary>Gives refusals of the Security room the forms that the rooms have.</summary>
    public static IServiceCollection AddRefusalAnswers(this IServiceCollection services) => services.AddSingleton<IRefusalAnswers, RefusalAnswers>();

    public static IServiceCollection AddTryLine(this IServiceCollection services)
    {
        services.AddSingleton<TryExample>();
        services.AddHostedService<TryLine>();
        return services;
    }
}
