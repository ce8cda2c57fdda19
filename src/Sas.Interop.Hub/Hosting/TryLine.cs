using System.Globalization;

using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Hosting;

/// <summary>Prints one search that works when pasted, once the vendors have answered or a while has passed.</summary>
internal sealed class TryLine(
    IServer server,
    VendorStatusBoard board,
    TryExample example,
    TimeProvider time,
    IHostApplicationLifetime lifetime) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        using var timer = new PeriodicTimer(Look, time);
        var since = time.GetTimestamp();
        while (ReadyReport.From(board).StatusCode() != StatusCodes.Status200OK
            && time.GetElapsedTime(since) < LongestWait
            && await timer.WaitForNextTickAsync(stoppingToken))
        {
        }

        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address)
        {
            var shown = ListenAddresses.IsSecure(address) ? "--cert CERTIFICATE.pem --key KEY.pem --cacert AUTHORITY.pem " : string.Empty;
            await Console.Out.WriteLineAsync($"Try: curl {shown}'{SearchUrl(address.TrimEnd('/'))}'");
        }
    }

    private string SearchUrl(string address)
    {
        var now = time.GetUtcNow();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{address}{BaseAddress.Path}/Slot?_include=Slot:schedule&_include:iterate=Schedule:actor&start=ge{now:yyyy-MM-dd'T'HH:mm:ss}Z&start=le{now.AddHours(72):yyyy-MM-dd'T'HH:mm:ss}Z&{SearchParser.PractitionerIdentifier}={Contracts.Fhir.Profiles.IdentifierSystems.NationalPractitioner}%7C{example.Practitioner(now)}&status=free");
    }
}
