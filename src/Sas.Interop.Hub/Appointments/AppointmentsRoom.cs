using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Appointments.Reading;
using Sas.Interop.Hub.Appointments.Slots;
using Sas.Interop.Hub.Appointments.Writing;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Appointments;

/// <summary>Appointments that vendors tell of (INT_R03).</summary>
internal static class AppointmentsRoom
{
    private const string Path = BaseAddress.Path + "/Appointment";
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddAppointmentsRoom(this IServiceCollection services)
    {
        services.AddOptions<AppointmentsOptions>().BindConfiguration(AppointmentsOptions.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<AppointmentsOptions>, AppointmentsOptionsValidator>();
        services.TryAddSingleton<RefreshHints>();
        services.AddHostedService(static provider => provider.GetRequiredService<RefreshHints>());
        services.TryAddSingleton<FilledSlots>();
        services.TryAddSingleton<FilledSlotsLoad>();
        services.TryAddSingleton<SlotsElsewhere>();
        services.TryAddSingleton<AppointmentKeeper>();
        services.TryAddSingleton<AppointmentAnswers>();
        services.TryAddSingleton<AppointmentWrites>();
        services.TryAddSingleton<AppointmentSearch>();
        services.TryAddSingleton<AppointmentReads>();
        return services;
    }

    /// <summary>Keeps the slots of appointments to come out of the searches; the database is open by then.</summary>
    /// <exception cref="OptionsValidationException">It cannot be read.</exception>
    public static async Task LoadAppointmentsAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<FilledSlotsLoad>().LoadAsync(cancellationToken);
        }
        catch (StorageUnavailableException unreadable)
        {
            // Without them searches would offer slots that are taken.
            var why = unreadable.GetBaseException().Message;
            throw new OptionsValidationException(AppointmentsOptions.Section, typeof(AppointmentsOptions), [$"Hub:DataFolder: the appointments in the database cannot be read: {why}"]);
        }
    }

    public static void MapAppointmentsRoom(this IEndpointRouteBuilder routes)
    {
        var writes = routes.ServiceProvider.GetRequiredService<AppointmentWrites>();
        var search = routes.ServiceProvider.GetRequiredService<AppointmentSearch>();
        var reads = routes.ServiceProvider.GetRequiredService<AppointmentReads>();
        const string One = $"{Path}/{{{AppointmentReads.Id}}}";
        routes.MapPost(Path, writes.CreateAsync).ForCallers(CallerRoles.Vendor);
        routes.MapPut(Path, writes.UpdateAsync).ForCallers(CallerRoles.Vendor);
        routes.MapMethods(Path, Read, search.GetAsync).ForCallers(CallerRoles.Concerned);
        routes.MapPost($"{Path}/_search", search.PostAsync).ForCallers(CallerRoles.Concerned);
        routes.MapMethods(One, Read, reads.ReadAsync).ForCallers(CallerRoles.Concerned);
        routes.MapMethods($"{One}/_history", Read, reads.ReadHistoryAsync).ForCallers(CallerRoles.Concerned);
        routes.MapMethods($"{One}/_history/{{{AppointmentReads.Version}}}", Read, reads.ReadVersionAsync).ForCallers(CallerRoles.Concerned);
    }
}
