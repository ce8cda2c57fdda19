namespace Sas.Interop.Hub.Appointments;

/// <summary>Appointments that vendors tell of (INT_R03).</summary>
internal static class AppointmentsRoom
{
    public static IServiceCollection AddAppointmentsRoom(this IServiceCollection services)
    {
        return services;
    }

    public static void MapAppointmentsRoom(this IEndpointRouteBuilder routes)
    {
    }
}
