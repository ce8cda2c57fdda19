using Microsoft.Extensions.DependencyInjection.Extensions;

using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Outbox;

/// <summary>Delivers what others are to be told, at least once and in order.</summary>
internal static class OutboxRoom
{
    public static IServiceCollection AddOutboxRoom(this IServiceCollection services)
    {
        services.TryAddSingleton<IOutboxRouting, OutboxRouting>();
        return services;
    }

    public static void MapOutboxRoom(this IEndpointRouteBuilder routes)
    {
    }
}
