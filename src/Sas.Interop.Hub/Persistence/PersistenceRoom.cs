using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Persistence.Outbox;
using Sas.Interop.Hub.Persistence.Sqlite;

namespace Sas.Interop.Hub.Persistence;

/// <summary>The database: the only room that touches one.</summary>
internal static class PersistenceRoom
{
    /// <param name="services">Gets the room.</param>
    /// <param name="dataFolder">Absolute path of the folder for the file of the database.</param>
    public static IServiceCollection AddPersistenceRoom(this IServiceCollection services, string dataFolder)
    {
        services.AddOptions<StorageOptions>().Configure<IConfiguration>(static (options, configuration) => Bind(configuration, options)).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();

        // The one place that says which database it is.
        services.TryAddSingleton<IHubDatabase>(provider => ActivatorUtilities.CreateInstance<SqliteDatabase>(provider, Path.Combine(dataFolder, SqliteDatabase.FileName)));
        services.TryAddSingleton<OutboxBell>();
        services.TryAddSingleton<OutboxWriter>();
        services.TryAddSingleton<OrientationJournal>();
        services.TryAddSingleton<StorageGuard>();
        services.TryAddSingleton<PreferenceStore>();
        services.TryAddSingleton<OrientationStore>();
        services.TryAddSingleton<CareRequestStore>();
        services.TryAddSingleton<RecordingStore>();
        return services;
    }

    /// <summary>Makes the database ready before anything reads it.</summary>
    /// <exception cref="OptionsValidationException">It cannot be used, or a setting of it is out of bounds.</exception>
    public static Task OpenStorageAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<IHubDatabase>().OpenAsync(cancellationToken);

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
