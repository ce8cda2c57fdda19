using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Persistence.WarmStart;

internal static class WarmStartRegistrations
{
    /// <param name="services">Gets the file and its settings.</param>
    /// <param name="dataFolder">Absolute path of the folder for the file.</param>
    public static IServiceCollection AddWarmStartFile(this IServiceCollection services, string dataFolder)
    {
        services.AddOptions<WarmStartOptions>().Configure<IConfiguration>(static (options, configuration) => Bind(configuration, options)).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<WarmStartOptions>, WarmStartOptionsValidator>();
        services.TryAddSingleton(provider => new WarmStartFile(dataFolder, provider.GetRequiredService<IOptions<WarmStartOptions>>()));
        return services;
    }

    private static void Bind(IConfiguration configuration, WarmStartOptions options)
    {
        try
        {
            configuration.GetSection(WarmStartOptions.Section).Bind(options);
        }
        catch (InvalidOperationException unreadable)
        {
            // The binder's message names the key and the value.
            throw new OptionsValidationException(WarmStartOptions.Section, typeof(WarmStartOptions), [unreadable.Message]);
        }
    }
}
