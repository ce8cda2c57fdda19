namespace Sas.Interop.Hub.Orientations;

/// <summary>The record of every act of sending a patient somewhere, for the tracking board.</summary>
internal static class OrientationsRoom
{
    public static IServiceCollection AddOrientationsRoom(this IServiceCollection services)
    {
        return services;
    }

    public static void MapOrientationsRoom(this IEndpointRouteBuilder routes)
    {
    }
}
