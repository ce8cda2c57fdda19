using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Configuration.Directories;
using Sas.Interop.Hub.Configuration.Reload;
using Sas.Interop.Hub.Configuration.Trust;
using Sas.Interop.Hub.Configuration.Vendors;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Configuration;

internal static class ConfigurationRoom
{
    /// <summary>Where the sandbox's own directory stands, beside the executable or in the current folder.</summary>
    public const string SandboxDirectory = "sandbox/directory.json";

    private const string DefaultDirectory = "directory.json";

    /// <summary>Registers the hub's options, the vendor catalog and the directory. Dialects are registered by their own lines.</summary>
    public static IServiceCollection AddConfigurationRoom(this IServiceCollection services, IConfiguration configuration)
    {
        AddOptions(services, configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<VendorCatalog>();
        services.AddSingleton<IVendorCatalog>(static provider => provider.GetRequiredService<VendorCatalog>());
        services.AddSingleton<OwnerDirectory>();
        services.AddSingleton<IDirectory>(static provider => provider.GetRequiredService<OwnerDirectory>());
        services.AddSingleton<IDirectoryLookup>(static provider => provider.GetRequiredService<OwnerDirectory>());
        services.AddSingleton<ChangeSignal>();
        services.AddSingleton<FolderWatch>();
        services.AddSingleton<CatalogAnnouncer>();
        services.AddSingleton<AdaptersLoad>(Adapters);
        services.AddSingleton<DirectoryLoad>(Directory);
        services.TryAddSingleton<CallersState>();
        services.AddSingleton(provider => new ConfigurationLoads(
            provider.GetRequiredService<AdaptersLoad>(),
            provider.GetRequiredService<DirectoryLoad>(),
            Options(provider).CallersFile is { } callers ? Callers(provider, HubFile.Of(callers, required: true), configuration) : null));
        services.AddSingleton<ConfigurationKeeper>();
        services.AddHostedService(static provider => provider.GetRequiredService<ConfigurationKeeper>());
        services.AddHostedService(static provider => new CertificateWatch(provider.GetRequiredService<IVendorCatalog>(), TimeProvider.System, provider.GetRequiredService<ILogger<CertificateWatch>>()));
        return services;
    }

    /// <summary>Loads the first configuration before anything else of the host starts.</summary>
    /// <exception cref="InvalidConfigurationException">A file cannot be used; every fault is listed.</exception>
    /// <exception cref="OptionsValidationException">The hub's own settings cannot be used; every fault is listed.</exception>
    public static Task LoadConfigurationAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<ConfigurationKeeper>().LoadAsync(cancellationToken);

    /// <summary>The directory file that these options mean.</summary>
    public static HubFile DirectoryFile(HubOptions options)
    {
        if (options.DirectoryFile is { } given)
        {
            return HubFile.Of(given, required: true);
        }

        var usual = HubFile.Of(DefaultDirectory, required: false);
        return options.Sandbox.Enabled
            ? new HubFile([.. HubFile.Of(SandboxDirectory, required: false).Candidates, .. usual.Candidates], required: false)
            : usual;
    }

    private static void AddOptions(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<HubOptions>, HubOptionsValidator>();
        services.AddSingleton<IValidateOptions<HubOptions>>(new HubOptionsRules(configuration));
        services.AddOptions<HubOptions>().Configure(options => Bind(configuration.GetSection(HubOptions.Section), options)).ValidateOnStart();
    }

    private static void Bind(IConfigurationSection section, HubOptions options)
    {
        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException unreadable)
        {
            // Told by the validator together with the other faults. The binder's message names the key and the value.
            options.Unreadable = unreadable.Message;
        }
    }

    private static HubOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<HubOptions>>().Value;

    private static AdaptersLoad Adapters(IServiceProvider provider)
    {
        var options = Options(provider);
        var file = HubFile.Of(options.AdaptersFile, required: true);
        var surroundings = new AdaptersSurroundings(
            AdaptersSurroundings.ByName(provider.GetServices<IVendorAdapterFactory>()),
            Path.GetDirectoryName(file.Find()) ?? string.Empty,
            options.Sandbox.Enabled,
            Environment.GetEnvironmentVariable);
        return new AdaptersLoad(
            file,
            new AdaptersFileReader(surroundings),
            provider.GetRequiredService<VendorCatalog>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<AdaptersLoad>>());
    }

    private static CallersLoad Callers(IServiceProvider provider, HubFile file, IConfiguration configuration)
    {
        var addresses = ListenAddresses.Of(configuration);
        var catalog = provider.GetRequiredService<IVendorCatalog>();
        var surroundings = new CallersSurroundings(
            Path.GetDirectoryName(file.Find()) ?? string.Empty,
            () => catalog.Current.Keys,
            addresses.Secure,
            addresses.Plain,
            Environment.GetEnvironmentVariable);
        var time = provider.GetRequiredService<TimeProvider>();
        return new CallersLoad(
            file,
            new CallersFileReader(surroundings, time),
            provider.GetRequiredService<CallersState>(),
            time,
            provider.GetRequiredService<ILogger<CallersLoad>>());
    }

    private static DirectoryLoad Directory(IServiceProvider provider) => new(
        DirectoryFile(Options(provider)),
        provider.GetRequiredService<IVendorCatalog>(),
        provider.GetRequiredService<OwnerDirectory>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<DirectoryLoad>>());
}
