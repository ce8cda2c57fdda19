using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Hosting;
using Sas.Interop.Hub.Intake;
using Sas.Interop.Hub.Polling;
using Sas.Interop.Hub.Sandbox;
using Sas.Interop.Hub.Telemetry;

var builder = WebApplication.CreateBuilder(args);
if (builder.AddHubHost() is { } refusal)
{
    await Console.Error.WriteLineAsync(refusal);
    return HubHost.RefusedExitCode;
}

builder.Services.AddConfigurationRoom(builder.Configuration);
builder.AddTelemetryRoom(builder.DataFolder());
builder.Services.AddDialects();
builder.Services.AddAvailabilityRoom();
builder.Services.AddFhirRoom();
builder.Services.AddIntakeRoom();
if (builder.SandboxEnabled())
{
    builder.Services.AddSandboxRoom();
}

builder.AddPollingRoom();
builder.Services.AddTryLine();

await using var app = builder.Build();
try
{
    await app.Services.LoadConfigurationAsync(CancellationToken.None);
    app.UseFhirRoom();
    app.MapTelemetryRoom();
    app.MapFhirRoom();
    app.MapIntakeRoom();
    await app.RunAsync();
    return 0;
}
catch (Exception stopped) when (StartFaults.Of(stopped) is { } faults)
{
    foreach (var fault in faults)
    {
        await Console.Error.WriteLineAsync(fault);
    }

    return StartFaults.ExitCode;
}
