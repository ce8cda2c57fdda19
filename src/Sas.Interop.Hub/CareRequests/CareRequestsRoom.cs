namespace Sas.Interop.Hub.CareRequests;

/// <summary>Care requests to the marketplaces of vendors ("place de marché").</summary>
internal static class CareRequestsRoom
{
    public static IServiceCollection AddCareRequestsRoom(this IServiceCollection services)
    {
        return services;
    }

    public static void MapCareRequestsRoom(this IEndpointRouteBuilder routes)
    {
    }
}
