namespace Sas.Interop.Hub.Regulators;

/// <summary>Accounts of regulators (INT_R02) and their way to the vendors.</summary>
internal static class RegulatorsRoom
{
    public static IServiceCollection AddRegulatorsRoom(this IServiceCollection services)
    {
        return services;
    }

    public static void MapRegulatorsRoom(this IEndpointRouteBuilder routes)
    {
    }
}
