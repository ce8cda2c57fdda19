using System.Net.Sockets;
using System.Text;

using Sas.Interop.MockVendors;

namespace Sas.Interop.Scenarios.Tests.RealProcess;

/// <summary>SIGTERM drains and ends with 0 within ten seconds, whatever goes on.</summary>
internal sealed class HubStopTests
{
    private const string Owner = "810000000017";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Test]
    public async Task Terminate_SearchesRunAndAVendorHangs_EndsInTime()
    {
        using var files = new Workspace();
        await using var well = await MockedVendor.StartAsync("well", "sas-fhir", FhirFeed.Write(files.PathOf("well"), [FeedOwner.Of(Owner, 5)]));
        await using var hung = await MockedVendor.StartAsync("hung", "sas-fhir", FhirFeed.Write(files.PathOf("hung"), [FeedOwner.Of("810000000025", 5)]));
        hung.Suffer(MockFault.Hang);
        var patient = ConfigFiles.Vendor(hung);
        patient["limits"] = new System.Text.Json.Nodes.JsonObject { ["timeout"] = "00:01:00" };
        await File.WriteAllTextAsync(files.AdaptersFile, ConfigFiles.Adapters(ConfigFiles.Vendor(well), patient));
        await File.WriteAllTextAsync(files.DirectoryFile, ConfigFiles.Directory(ConfigFiles.Linked(Owner, "well"), ConfigFiles.Linked("810000000025", "hung")));
        await using var hub = HubProcess.Start(files.Start());
        var address = await hub.AddressAsync();
        using var client = HubClient.Of(address);
        await client.SlotsAsync(Owner, 5);
        using var halfSent = await HalfSentAsync(address);
        using var searches = new SearchLoop(client, Owner);
        await Eventually.TrueAsync(() => searches.Answered > 20, "searches that run");

        await hub.TerminateAsync();

        Assert.That(await hub.ExitAsync(Limit), Is.Zero, hub.Errors.Text + hub.Output.Text);
        Assert.That(File.Exists(files.PathOf("data/warm-start.bin")), "What was known is written although a request did not end.");
        await searches.StopAsync();
        Assert.That(searches.Wrong, Is.Empty, "Until the stop, every search is answered.");
        Assert.That(hub.Errors.Text, Is.Empty);
    }

    [Test]
    public async Task Terminate_WhileItStarts_EndsInTime()
    {
        using var files = new Workspace();
        await using var hub = HubProcess.Start(new HubStart(files.Root, ["--urls", "http://127.0.0.1:0"]));
        await hub.AddressAsync();

        await hub.TerminateAsync();

        Assert.That(await hub.ExitAsync(Limit), Is.Zero, hub.Errors.Text + hub.Output.Text);
    }

    /// <summary>A push whose body never ends.</summary>
    private static async Task<TcpClient> HalfSentAsync(Uri address)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        var head = "POST /fhir HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Vendor-Id: well\r\nContent-Type: application/fhir+json\r\nContent-Length: 5000\r\n\r\n{\"resourceType\":";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        return socket;
    }
}
