namespace Sas.Interop.Hub.Booking;

/// <summary>End-to-end booking.</summary>
internal static class BookingRoom
{
    public static IServiceCollection AddBookingRoom(this IServiceCollection services)
    {
        return services;
    }

    public static void MapBookingRoom(this IEndpointRouteBuilder routes)
    {
    }
}
