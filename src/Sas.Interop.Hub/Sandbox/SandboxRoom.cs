using Microsoft.Extensions.DependencyInjection.Extensions;

using Sas.Interop.Hub.Polling;

namespace Sas.Interop.Hub.Sandbox;

/// <summary>Mocked vendors inside the process. Registered only when the sandbox is on.</summary>
internal static class SandboxRoom
{
    public static IServiceCollection AddSandboxRoom(this IServiceCollection services)
    {
        services.TryAddSingleton<SandboxPlayers>();
        services.TryAddSingleton<SocketsTransportFactory>();
        services.TryAddSingleton<IVendorTransportFactory, SandboxTransportFactory>();
        return services;
    }
}
