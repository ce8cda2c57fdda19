using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Persistence.Appointments;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Booking;

/// <summary>End-to-end booking.</summary>
internal static class BookingRoom
{
    public static IServiceCollection AddBookingRoom(this IServiceCollection services)
    {
        services.AddOptions<BookingOptions>().BindConfiguration(BookingOptions.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<BookingOptions>, BookingOptionsValidator>();
        services.TryAddSingleton<BookingClock>();
        services.TryAddSingleton<BookingVendors>();
        services.TryAddSingleton<VendorDesk>();
        services.TryAddSingleton<Telephones>();
        services.TryAddSingleton<BookingAnswers>();
        services.TryAddSingleton<NextSlots>();
        services.TryAddSingleton<BookedSlots>();
        services.TryAddSingleton<BookingAccess>();
        services.TryAddSingleton<ApiBooking>();
        services.TryAddSingleton<BookingDeskParts>();
        services.TryAddSingleton<BookingDesk>();
        services.TryAddSingleton<BookingReceptionParts>();
        services.TryAddSingleton<BookingReception>();
        services.TryAddSingleton<BookingEndpoint>();
        services.TryAddSingleton<CompensatorParts>();
        services.TryAddSingleton<Compensator>();
        services.TryAddSingleton<BookingSweepParts>();
        services.AddSingleton<IAppointmentFollower, AppointmentFollower>();
        services.AddHostedService<BookingSweep>();
        return services;
    }

    public static void MapBookingRoom(this IEndpointRouteBuilder routes)
    {
        var endpoint = routes.ServiceProvider.GetRequiredService<BookingEndpoint>();
        routes.MapPost($"{BaseAddress.Path}/Appointment/$hold", endpoint.HoldAsync).ForCallers(CallerRoles.Platform);
        routes.MapPost($"{BaseAddress.Path}/Appointment/$book", endpoint.BookAsync).ForCallers(CallerRoles.Platform);
    }
}
