using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Persistence.Appointments;
using Sas.Interop.Hub.Persistence.Audit;
using Sas.Interop.Hub.Persistence.Outbox;
using Sas.Interop.Hub.Persistence.PostgreSql;
using Sas.Interop.Hub.Persistence.Sqlite;
using Sas.Interop.Hub.Persistence.SqlServer;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Persistence;

/// <summary>The database: the only room that touches one.</summary>
internal static class PersistenceRoom
{
    /// <param name="services">Gets the room.</param>
    /// <param name="dataFolder">Absolute path of the folder for the file of the database.</param>
    public static IServiceCollection AddPersistenceRoom(this IServiceCollection services, string dataFolder)
    {
        services.AddOptions<StorageOptions>().Configure<IConfiguration>(static (options, configuration) => Bind(configuration, options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>());

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<StorageOptions>, StorageRules>());
        services.TryAddSingleton(provider => Database(provider, dataFolder));
        services.TryAddSingleton<OutboxBell>();
        services.TryAddSingleton<OutboxWriter>();
        services.TryAddSingleton<OrientationJournal>();
        services.TryAddSingleton<LinkStore>();
        services.TryAddSingleton<BookingOpener>();
        services.TryAddSingleton<BookingSteps>();
        services.TryAddSingleton<AppointmentLinker>();
        services.TryAddSingleton<DueActs>();
        services.TryAddSingleton(Guard);
        services.TryAddSingleton(AuditSeal.Keyless);
        services.TryAddSingleton<AuditStore>();
        services.TryAddSingleton<OutboxStore>();
        services.TryAddSingleton<PreferenceStore>();
        services.TryAddSingleton<OrientationStore>();
        services.TryAddSingleton<CareRequestStore>();
        services.TryAddSingleton<RecordingStore>();
        services.TryAddSingleton<AppointmentStore>();
        services.TryAddSingleton<AppointmentQueries>();
        return services;
    }

    /// <summary>Makes the database ready before anything reads it.</summary>
    /// <returns>Names of the migrations that were applied, in order.</returns>
    /// <exception cref="OptionsValidationException">It cannot be used, or a setting of it is out of bounds.</exception>
    public static Task<IReadOnlyList<string>> OpenStorageAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<IHubDatabase>().OpenAsync(cancellationToken);

    /// <summary>The statements that would bring the database to the present model; empty when it is there.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be read.</exception>
    public static Task<string> ScriptStorageAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<StorageGuard>().UseAsync(context => SchemaKeeper.ScriptAsync(context, cancellationToken));

    // The one place that says which database it is.
    private static IHubDatabase Database(IServiceProvider provider, string dataFolder)
    {
        var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        if (options.Provider == StorageProvider.Sqlite)
        {
            return ActivatorUtilities.CreateInstance<SqliteDatabase>(provider, Path.Combine(dataFolder, SqliteDatabase.FileName));
        }

        // The settings were judged when they were read; what stands behind the reference may have gone since.
        var connection = StorageConnection.Of(options.Connection ?? string.Empty);
        var text = connection.Text ?? throw new OptionsValidationException(StorageOptions.Section, typeof(StorageOptions), [$"Hub:Storage:Connection cannot be used: {connection.Fault}."]);
        return options.Provider == StorageProvider.PostgreSql
            ? ActivatorUtilities.CreateInstance<PostgreSqlDatabase>(provider, text)
            : ActivatorUtilities.CreateInstance<SqlServerDatabase>(provider, text);
    }

    private static StorageGuard Guard(IServiceProvider provider) => new(
        provider.GetRequiredService<IHubDatabase>(),
        provider.GetRequiredService<OutboxBell>(),
        provider.GetRequiredService<ILogger<StorageGuard>>())
    {
        Surroundings = StorageSurroundings.Of(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<StorageStatus>()),
    };

    private static void Bind(IConfiguration configuration, StorageOptions options)
    {
        try
        {
            configuration.GetSection(StorageOptions.Section).Bind(options);
        }
        catch (InvalidOperationException unreadable)
        {
            // The binder's message names the key and the value.
            throw new OptionsValidationException(StorageOptions.Section, typeof(StorageOptions), [unreadable.Message]);
        }
    }
}
