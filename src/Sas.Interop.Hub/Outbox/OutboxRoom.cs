using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence.Outbox;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Outbox;

/// <summary>Delivers what others are to be told, at least once and in order.</summary>
internal static class OutboxRoom
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddOutboxRoom(this IServiceCollection services)
    {
        services.AddOptions<OutboxOptions>().Configure<IConfiguration>(static (options, configuration) => Bind(configuration, options)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OutboxOptions>, OutboxOptionsValidator>();
        services.AddSingleton<IValidateOptions<OutboxOptions>, OutboxOptionsRules>();

        // A new way to reach others is one more line here.
        services.AddSingleton<IOutboxChannel, WebhookChannel>();
        services.AddSingleton<IOutboxChannel, PlatformChannel>();
        services.TryAddSingleton(OutboxRandomness.System);
        services.TryAddSingleton<OutboxHttp>();
        services.TryAddSingleton<OutboxRouting>();
        services.TryAddSingleton<IOutboxRouting>(static provider => provider.GetRequiredService<OutboxRouting>());
        services.TryAddSingleton<OutboxMeters>();
        services.TryAddSingleton<OutboxAttempt>();
        services.TryAddSingleton<OutboxSurroundings>();
        services.TryAddSingleton<OutboxEndpoints>();
        services.AddHostedService<OutboxDelivery>();
        return services;
    }

    public static void MapOutboxRoom(this IEndpointRouteBuilder routes)
    {
        var outbox = routes.ServiceProvider.GetRequiredService<OutboxEndpoints>();
        routes.MapMethods("/admin/outbox", Read, outbox.CountAsync).ForCallers(CallerRoles.Operator);
        routes.MapMethods("/admin/outbox/dead", Read, outbox.ListDeadAsync).ForCallers(CallerRoles.Operator);
        routes.MapMethods("/admin/outbox/dead/{id}", Read, outbox.FindDeadAsync).ForCallers(CallerRoles.Operator);
        routes.MapPost("/admin/outbox/dead/replay", outbox.ReplayAllAsync).ForCallers(CallerRoles.Operator);
        routes.MapPost("/admin/outbox/dead/{id}/replay", outbox.ReplayAsync).ForCallers(CallerRoles.Operator);
    }

    private static void Bind(IConfiguration configuration, OutboxOptions options)
    {
        try
        {
            // Without it the binder leaves out, without a word, a destination with a value that it cannot read.
            configuration.GetSection(OutboxOptions.Section).Bind(options, static binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException unreadable)
        {
            // The binder's message names the key and the value.
            throw new OptionsValidationException(OutboxOptions.Section, typeof(OutboxOptions), [unreadable.InnerException is { } inner ? $"{unreadable.Message} {inner.Message}" : unreadable.Message]);
        }
    }
}
