using System.Net;
using System.Net.Sockets;
using System.Text;

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Hub;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Hosting;

/// <summary>The real hub on a real Kestrel at a port of its own, with the mocked vendors polled.</summary>
internal sealed class RunningHub : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private readonly WebApplication _application;
    private readonly TestFolder _folder;

    private RunningHub(WebApplication application, TestFolder folder)
    {
        _application = application;
        _folder = folder;
        Root = new Uri(application.Urls.First());
        Client = new HttpClient { BaseAddress = new Uri(Root, "/fhir/") };
    }

    public Uri Root { get; }

    public string FhirBase => $"{Root.GetLeftPart(UriPartial.Authority)}/fhir";

    /// <summary>Relative to the FHIR base.</summary>
    public HttpClient Client { get; }

    /// <summary>Time of the hub's own clock.</summary>
    public DateTimeOffset Now => _application.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    public T Resolve<T>()
        where T : notnull => _application.Services.GetRequiredService<T>();

    public static Task<RunningHub> StartAsync(HubSettings settings) => StartAsync(settings, static _ => { });

    /// <param name="settings">As on a command line.</param>
    /// <param name="first">Registers what is to stand in the place of the hub's own services, such as another clock.</param>
    public static async Task<RunningHub> StartAsync(HubSettings settings, Action<IServiceCollection> first)
    {
        var folder = new TestFolder("hub-scenario-");
        var (application, refusal) = HubApplication.Build(settings.ToArguments(folder.FullName), first);
        Assert.That(refusal, Is.Null);
        Assert.That(application, Is.Not.Null);
        await HubApplication.PrepareAsync(application, CancellationToken.None);
        await application.StartAsync();
        var hub = new RunningHub(application, folder);
        await hub.BecomeReadyAsync();
        return hub;
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await Client.SendAsync(request);
            return await Answer.ReadAsync(response);
        }
    }

    public Task<Answer> GetAsync(string relative) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(relative, UriKind.Relative)));

    /// <summary>Sends a request line as it stands, also one that no client library would send.</summary>
    /// <returns>Status line, headers and body as text.</returns>
    public async Task<string> SendRawAsync(string requestLine)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Root.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{requestLine}\r\nHost: {Root.Authority}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
        _folder.Dispose();
    }

    private async Task BecomeReadyAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(Look, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(patience.Token))
        {
            using var response = await Client.GetAsync(new Uri(Root, "/health/ready"), patience.Token);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return;
            }
        }
    }
}
