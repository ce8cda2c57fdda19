using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Audit.Calls;
using Sas.Interop.Hub.Audit.Reading;
using Sas.Interop.Hub.Audit.Verifying;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Security.Audit;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Audit;

/// <summary>Who did what, kept in a chain that shows whether anything of it was changed.</summary>
internal static class AuditRoom
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddAuditRoom(this IServiceCollection services)
    {
        services.AddOptions<AuditOptions>().Configure<IConfiguration>(static (options, configuration) => Bind(configuration, options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuditOptions>, AuditOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuditOptions>, AuditKeys>());
        services.Replace(ServiceDescriptor.Singleton(static provider => AuditKeys.Seal(provider.GetRequiredService<IOptions<AuditOptions>>().Value)));
        services.TryAddSingleton(static provider => new RefusalFold(provider.GetRequiredService<IOptions<AuditOptions>>().Value.RefusalKinds));
        services.TryAddSingleton<AuditTrail>();
        services.TryAddSingleton<IAuditTrail>(static provider => provider.GetRequiredService<AuditTrail>());
        services.AddSingleton<IVendorCatalogListener, ConfigurationRecords>();
        services.TryAddSingleton<ChainVerifier>();
        services.TryAddSingleton<AuditReads>();
        services.TryAddSingleton<AuditExport>();
        services.AddHostedService(static provider => provider.GetRequiredService<AuditTrail>());
        services.AddHostedService<AuditUpkeep>();
        return services;
    }

    /// <summary>Stands outside of whoever gives failures their form.</summary>
    public static void UseAuditRoom(this IApplicationBuilder app) => app.UseMiddleware<AuditedCalls>();

    public static void MapAuditRoom(this IEndpointRouteBuilder routes)
    {
        var reads = routes.ServiceProvider.GetRequiredService<AuditReads>();
        var export = routes.ServiceProvider.GetRequiredService<AuditExport>();
        routes.MapMethods($"{BaseAddress.Path}/AuditEvent", Read, reads.GetAsync).ForCallers(CallerRoles.Operator);
        routes.MapPost($"{BaseAddress.Path}/AuditEvent/_search", reads.PostAsync).ForCallers(CallerRoles.Operator);
        routes.MapMethods($"{BaseAddress.Path}/AuditEvent/{{{AuditReads.Id}}}", Read, reads.ReadAsync).ForCallers(CallerRoles.Operator);
        routes.MapMethods("/admin/audit", Read, export.ShowAsync).ForCallers(CallerRoles.Operator);
        routes.MapMethods("/admin/audit.ndjson", Read, export.ExportAsync).ForCallers(CallerRoles.Operator);
    }

    private static void Bind(IConfiguration configuration, AuditOptions options)
    {
        try
        {
            configuration.GetSection(AuditOptions.Section).Bind(options);
        }
        catch (InvalidOperationException unreadable)
        {
            // The binder's message names the key and the value.
            throw new OptionsValidationException(AuditOptions.Section, typeof(AuditOptions), [unreadable.Message]);
        }
    }
}
