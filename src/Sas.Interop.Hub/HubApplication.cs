using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Admin;
using Sas.Interop.Hub.Appointments;
using Sas.Interop.Hub.Audit;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Booking;
using Sas.Interop.Hub.CareRequests;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Hosting;
using Sas.Interop.Hub.Intake;
using Sas.Interop.Hub.Orientations;
using Sas.Interop.Hub.Outbox;
using Sas.Interop.Hub.Persistence.WarmStart;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Polling;
using Sas.Interop.Hub.Preferences;
using Sas.Interop.Hub.Redirects;
using Sas.Interop.Hub.Regulators;
using Sas.Interop.Hub.Sandbox;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub;

/// <summary>The whole hub as one application: the process runs it, and tests start the same one with settings of their own.</summary>
internal static class HubApplication
{
    /// <returns>The application; or null and why it must not start, one sentence a line.</returns>
    public static (WebApplication? Application, string? Refusal) Build(string[] args) => Build(args, static _ => { });

    /// <param name="args">The command line.</param>
    /// <param name="first">Registers what is to stand in the place of the hub's own services, such as another clock.</param>
    public static (WebApplication? Application, string? Refusal) Build(string[] args, Action<IServiceCollection> first)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = HubHost.SettingsFolder(args) });
        first(builder.Services);
        if (builder.AddHubHost() is { } refusal)
        {
            return (null, refusal);
        }

        builder.Services.AddConfigurationRoom(builder.Configuration);
        builder.AddTelemetryRoom(builder.DataFolder());
        builder.Services.AddDialects();
        builder.Services.AddSecurityRoom(builder.Configuration);
        builder.Services.AddRefusalAnswers();
        builder.Services.AddPersistenceRoom(builder.DataFolder());
        builder.Services.AddAuditRoom();
        builder.Services.AddWarmStartFile(builder.DataFolder());
        builder.Services.AddAvailabilityRoom();
        builder.Services.AddKnownLinks();
        builder.Services.AddFhirRoom();
        builder.Services.AddPreferencesRoom();
        builder.Services.AddIntakeRoom();
        builder.Services.AddOutboxRoom();
        builder.Services.AddRegulatorsRoom();
        builder.Services.AddAppointmentsRoom();
        builder.Services.AddRedirectsRoom(builder.DataFolder());
        builder.Services.AddBookingRoom();
        builder.Services.AddCareRequestsRoom();
        builder.Services.AddOrientationsRoom();
        builder.Services.AddAdminRoom();
        if (builder.SandboxEnabled())
        {
            builder.Services.AddSandboxRoom();
        }

        builder.AddPollingRoom();
        builder.Services.AddTryLine();
        try
        {
            return (builder.Build(), null);
        }
        catch (OptionsValidationException refused)
        {
            // The server takes its limits as it is made.
            return (null, string.Join(Environment.NewLine, refused.Failures));
        }
    }

    /// <summary>Loads the configuration, then what is kept on disk, and maps every room; the application can be started after it.</summary>
    /// <exception cref="InvalidConfigurationException">The first load of the configuration has faults.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting, or the database, cannot be used.</exception>
    public static async Task PrepareAsync(WebApplication application, CancellationToken cancellationToken)
    {
        // Both take most of their time in the processor, and a restart should be short: so beside each other.
        var storage = Task.Run(() => OpenStorageAsync(application.Services, cancellationToken), cancellationToken);
        try
        {
            await application.Services.LoadConfigurationAsync(cancellationToken);
            await application.Services.LoadWarmStartAsync(cancellationToken);
        }
        catch
        {
            // What is wrong with the configuration is told first; the storage has ended by then, well or not.
            await Task.WhenAny(storage);
            throw;
        }

        await storage;
        application.UseTelemetryRoom();
        application.UseAnswerHeaders();
        application.UseAuditRoom();
        application.UseFhirRoom();
        application.UsePreferencesRoom();
        application.UseSecurityRoom();
        application.MapTelemetryRoom();
        application.MapFhirRoom();
        application.MapIntakeRoom();
        application.MapRegulatorsRoom();
        application.MapAppointmentsRoom();
        application.MapRedirectsRoom();
        application.MapBookingRoom();
        application.MapCareRequestsRoom();
        application.MapOrientationsRoom();
        application.MapOutboxRoom();
        application.MapPreferencesRoom();
        application.MapAuditRoom();
        application.MapAdminRoom();
    }

    private static async Task OpenStorageAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.OpenStorageAsync(cancellationToken);
        await services.LoadPreferencesAsync(cancellationToken);
        await services.LoadAppointmentsAsync(cancellationToken);
    }
}
