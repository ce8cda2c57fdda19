using System.Net;
using System.Net.Security;

using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Trust;

/// <summary>Certificates, lists and the file of callers change while the hub serves.</summary>
internal sealed class RotationTests
{
    private const string Route = "/fhir/Slot?_include=Slot:schedule&_include:iterate=Schedule:actor&start=ge2026-01-01T00:00:00Z&start=le2026-01-03T00:00:00Z"
        + "&schedule.actor:Practitioner.identifier=urn:oid:1.2.250.1.71.4.2.1%7C810101215225&status=free";

    [Test]
    public async Task Files_RotatedFiftyTimesUnderLoad_FailNoRequest()
    {
        using var folder = new TrustFolder();
        await using var hub = await TlsHub.StartAsync(folder);
        using var certificate = folder.Issue(TrustFolder.Platform);
        var presented = folder.Present(certificate);
        using var stop = new CancellationTokenSource();
        var kept = Enumerable.Range(0, 2).Select(_ => SearchKeptAsync(hub, presented, stop.Token)).ToList();
        var fresh = Enumerable.Range(0, 2).Select(_ => SearchFreshAsync(hub, presented, stop.Token)).ToList();

        for (var rotation = 0; rotation < 50; rotation++)
        {
            folder.RotateServer();
            folder.WriteLists();
            await hub.TakesAsync(model => model.Server?.Certificate.SerialNumber == folder.ServerSerial);
            Assert.That(await ShownSerialAsync(hub), Is.EqualTo(folder.ServerSerial), "a new connection sees the new certificate");
        }

        await stop.CancelAsync();
        foreach (var (requests, connections) in await Task.WhenAll(kept))
        {
            Assert.That(connections, Is.EqualTo(1), "no connection was dropped");
            Assert.That(requests, Is.GreaterThan(50));
        }

        foreach (var requests in await Task.WhenAll(fresh))
        {
            Assert.That(requests, Is.GreaterThan(50));
        }
    }

    [Test]
    public async Task Certificate_RevokedWhileItsConnectionIsKept_IsRefusedAtItsNextRequest()
    {
        using var folder = new TrustFolder();
        await using var hub = await TlsHub.StartAsync(folder);
        using var certificate = folder.Issue(TrustFolder.Platform);
        using var client = hub.Client(folder.Present(certificate));
        Assert.That((await client.GetAsync(Route)).Status, Is.EqualTo(HttpStatusCode.OK));

        folder.Issuing.Revoke(certificate);
        await hub.ReloadAsync(() => folder.WriteLists());

        var answer = await client.GetAsync(Route);
        Assert.That((answer.Status, answer.Issues.Single().Text("code")), Is.EqualTo((HttpStatusCode.Forbidden, "security")));
        Assert.That(client.Connections, Is.EqualTo(1));
    }

    [Test]
    public async Task List_OutOfDate_RefusesWhenHardAndIsToldWhenSoft()
    {
        using var folder = new TrustFolder();
        folder.WriteLists(fromDays: -7, toDays: -1);
        await using var hub = await TlsHub.StartAsync(folder);
        using var certificate = folder.Issue(TrustFolder.Operator);
        using var client = hub.Client(folder.Present(certificate));
        var refused = await client.GetAsync("/fhir/metadata");
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That($"{refused.Json}", Does.Contain("cannot be checked for revocation"));

        await hub.ReloadAsync(() => folder.WriteCallers(TrustFolder.Callers(revocation: "soft")));
        Assert.That((await client.GetAsync("/fhir/metadata")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await client.GetAsync("/health/ready")).Json.At("callers")?.Items("lists").Count(static list => list.At("current")?.GetBoolean() == false), Is.EqualTo(1));

        await hub.ReloadAsync(() => folder.WriteCallers(TrustFolder.Callers()));
        Assert.That((await client.GetAsync("/fhir/metadata")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        await hub.ReloadAsync(() => folder.WriteLists());
        Assert.That((await client.GetAsync("/fhir/metadata")).Status, Is.EqualTo(HttpStatusCode.OK), "the new list is there");
    }

    [Test]
    public async Task Reload_OfSomethingFaulty_KeepsTheLastGoodOne()
    {
        using var folder = new TrustFolder();
        await using var hub = await TlsHub.StartAsync(folder);
        using var certificate = folder.Issue(TrustFolder.Platform);
        using var client = hub.Client(folder.Present(certificate));
        var serial = folder.ServerSerial;
        var before = hub.Resolve<CallersState>().Current;

        folder.Write("server.key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        folder.Write("lists.pem", "no list");
        folder.WriteCallers("{ \"callers\": [");
        for (var look = 0; look < 3; look++)
        {
            await hub.Resolve<Hub.Configuration.Reload.ConfigurationKeeper>().CheckAsync(CancellationToken.None);
        }

        Assert.That((await client.GetAsync(Route)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await ShownSerialAsync(hub), Is.EqualTo(serial));
        Assert.That(hub.Resolve<CallersState>().Current, Is.SameAs(before));

        await hub.ReloadAsync(() =>
        {
            folder.RotateServer();
            folder.WriteLists();
            folder.WriteCallers(TrustFolder.Callers());
        });
        Assert.That(await ShownSerialAsync(hub), Is.EqualTo(folder.ServerSerial));
    }

    [Test]
    public async Task Caller_AddedAndRemoved_CountsAtTheNextRequest()
    {
        using var folder = new TrustFolder();
        await using var hub = await TlsHub.StartAsync(folder);
        using var certificate = folder.Issue("new.example");
        using var client = hub.Client(folder.Present(certificate));
        Assert.That((await client.GetAsync(Route)).Status, Is.EqualTo(HttpStatusCode.Forbidden));

        await hub.ReloadAsync(() => folder.WriteCallers(TrustFolder.Callers().Replace(TrustFolder.Platform, "new.example", StringComparison.Ordinal)));
        Assert.That((await client.GetAsync(Route)).Status, Is.EqualTo(HttpStatusCode.OK));

        await hub.ReloadAsync(() => folder.WriteCallers(TrustFolder.Callers()));
        Assert.That((await client.GetAsync(Route)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private static async Task<(int Requests, int Connections)> SearchKeptAsync(TlsHub hub, Presented presented, CancellationToken stop)
    {
        using var client = hub.Client(presented);
        var requests = 0;
        for (; !stop.IsCancellationRequested; requests++)
        {
            Assert.That((await client.GetAsync(Route)).Status, Is.EqualTo(HttpStatusCode.OK));
        }

        return (requests, client.Connections);
    }

    private static async Task<int> SearchFreshAsync(TlsHub hub, Presented presented, CancellationToken stop)
    {
        var requests = 0;
        for (; !stop.IsCancellationRequested; requests++)
        {
            using var client = hub.Client(presented);
            Assert.That((await client.GetAsync(Route)).Status, Is.EqualTo(HttpStatusCode.OK));
        }

        return requests;
    }

    private static async Task<string?> ShownSerialAsync(TlsHub hub)
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, hub.Address.Port);
        await using var tls = new SslStream(socket.GetStream());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", CertificateChainPolicy = TlsClient.Believe(hub.Root) });
        return tls.RemoteCertificate?.GetSerialNumberString();
    }
}
