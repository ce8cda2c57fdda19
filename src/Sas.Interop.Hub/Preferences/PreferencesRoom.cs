using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Preferences;

/// <summary>What practitioners and associations declare on the platform.</summary>
internal static class PreferencesRoom
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddPreferencesRoom(this IServiceCollection services)
    {
        services.AddOptions<PreferencesOptions>().Configure<IConfiguration>(static (options, configuration) => Bind(configuration, options)).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<PreferencesOptions>, PreferencesOptionsValidator>();
        services.TryAddSingleton<PreferenceKeeper>();
        services.TryAddSingleton<KnownEditors>();
        services.TryAddSingleton<PreferenceEndpoints>();
        services.TryAddSingleton<EditorEndpoints>();
        services.TryAddSingleton<MarketplaceEndpoints>();
        services.TryAddSingleton<ChangeEndpoint>();
        return services;
    }

    /// <summary>Puts everything that is kept before the searches; the database is open by then.</summary>
    /// <exception cref="OptionsValidationException">It cannot be read, or a setting is out of bounds.</exception>
    public static async Task LoadPreferencesAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<PreferenceKeeper>().LoadAsync(cancellationToken);
        }
        catch (StorageUnavailableException unreadable)
        {
            // Without them searches would show slots of those who refuse.
            var why = unreadable.GetBaseException().Message;
            throw new OptionsValidationException(PreferencesOptions.Section, typeof(PreferencesOptions), [$"Hub:DataFolder: the preferences in the database cannot be read: {why}"]);
        }
    }

    public static void UsePreferencesRoom(this IApplicationBuilder app) => app.UseMiddleware<ApiFaults>();

    public static void MapPreferencesRoom(this IEndpointRouteBuilder routes)
    {
        var preferences = routes.ServiceProvider.GetRequiredService<PreferenceEndpoints>();
        var editors = routes.ServiceProvider.GetRequiredService<EditorEndpoints>();
        var marketplace = routes.ServiceProvider.GetRequiredService<MarketplaceEndpoints>();
        var changes = routes.ServiceProvider.GetRequiredService<ChangeEndpoint>();
        var api = routes.MapGroup(ApiAnswers.Path);
        api.MapMethods("/editors", Read, editors.ListAsync).ForCallers(CallerRoles.Platform);
        api.MapMethods("/practitioners/national-id/{nationalId}", Read, editors.OfOwnerAsync).ForCallers(CallerRoles.Platform);
        api.MapPut("/practitioner-editors/{nationalId}/bulk", editors.DeclareAsync).ForCallers(CallerRoles.Platform);
        api.MapMethods("/preferences", Read, changes.ReadAsync).ForCallers(CallerRoles.Platform);
        api.MapMethods("/marketplace/editors", Read, marketplace.EditorsAsync).ForCallers(CallerRoles.Platform);
        api.MapMethods("/marketplace/practitioners", Read, marketplace.PractitionersAsync).ForCallers(CallerRoles.Platform);
        const string OneOwner = "/practitioners/{nationalId}/preferences";
        api.MapMethods(OneOwner, Read, preferences.GetAsync).ForCallers(CallerRoles.Platform);
        api.MapPut(OneOwner, preferences.PutAsync).ForCallers(CallerRoles.Platform);
        api.MapDelete(OneOwner, preferences.DeleteAsync).ForCallers(CallerRoles.Platform);
    }

    private static void Bind(IConfiguration configuration, PreferencesOptions options)
    {
        try
        {
            configuration.GetSection(PreferencesOptions.Section).Bind(options);
        }
        catch (InvalidOperationException unreadable)
        {
            // The binder's message names the key and the value.
            throw new OptionsValidationException(PreferencesOptions.Section, typeof(PreferencesOptions), [unreadable.Message]);
        }
    }
}
