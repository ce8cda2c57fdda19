using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Scenarios.Tests.Trust;

/// <summary>What happens before the first request: versions, sessions, clients that say nothing.</summary>
internal sealed class HandshakeTests
{
    private const string Route = "/fhir/metadata";

    private readonly TrustFolder _folder = new();
    private TlsHub _hub = null!; // Set before the first test.

    [OneTimeSetUp]
    public async Task StartAsync() => _hub = await TlsHub.StartAsync(_folder);

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _hub.DisposeAsync();
        _folder.Dispose();
    }

    [TestCase(0x0301)]
    [TestCase(0x0302)]
    public async Task Hello_OfAVersionBelow12_IsAnsweredWithProtocolVersion(int version)
    {
        var answer = await RawHello.SendAsync(_hub.Address.Port, RawHello.Of((ushort)version));

        Assert.That(answer, Has.Length.GreaterThanOrEqualTo(7));
        Assert.That(answer[0], Is.EqualTo(RawHello.Alert));
        Assert.That(answer[5..7], Is.EqualTo(new byte[] { 2, 70 }), "fatal, protocol_version");
    }

    [Test]
    public async Task Hello_OfSsl3OrSsl2_IsNotAnsweredWithAGreeting()
    {
        foreach (var hello in new[] { RawHello.Of(0x0300), RawHello.OfSsl2() })
        {
            var answer = await RawHello.SendAsync(_hub.Address.Port, hello);

            Assert.That(answer.Length == 0 || answer[0] == RawHello.Alert, Is.True, Convert.ToHexString(answer));
        }
    }

    [Test]
    public async Task Hello_OfTls12ThatWouldResume_IsOfferedNoSession()
    {
        var answer = await RawHello.SendAsync(_hub.Address.Port, RawHello.Of(0x0303, ticket: true));

        Assert.That(answer[0], Is.EqualTo(RawHello.Handshake));
        var (session, extensions) = RawHello.ReadServerHello(answer);
        Assert.That(session, Is.Zero, "no session to come back to");
        Assert.That(extensions, Has.No.Member((ushort)0x0023), "no ticket");
    }

    [TestCase(SslProtocols.Tls12)]
    [TestCase(SslProtocols.Tls13)]
    public async Task Connections_OneAfterTheOther_NeitherLoseNorBorrowACaller(SslProtocols protocol)
    {
        var way = new TlsWay { Protocol = protocol };
        using var platform = _folder.Issue(TrustFolder.Platform);
        using var unknown = _folder.Issue("nobody.example");

        // The same client program, the same host name: whatever its TLS library keeps between connections may be used.
        for (var round = 0; round < 5; round++)
        {
            Assert.That(await StatusAsync(_folder.Present(platform), way), Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await StatusAsync(null, way), Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(await StatusAsync(_folder.Present(unknown), way), Is.EqualTo(HttpStatusCode.Forbidden));
        }
    }

    [Test]
    public async Task Connections_ThatSayNothing_HoldNobodyUpAndAreClosed()
    {
        var silent = new List<TcpClient>();
        try
        {
            for (var count = 0; count < 200; count++)
            {
                var one = new TcpClient();
                silent.Add(one);
                await one.ConnectAsync(IPAddress.Loopback, _hub.Address.Port);
            }

            using var certificate = _folder.Issue(TrustFolder.Platform);
            Assert.That(await StatusAsync(_folder.Present(certificate), new TlsWay()), Is.EqualTo(HttpStatusCode.OK));

            using var patience = new CancellationTokenSource(InboundTls.HandshakeWithin * 3);
            Assert.That(await ReadAsync(silent[0].GetStream(), patience.Token), Is.Zero, "closed by the hub");
        }
        finally
        {
            silent.ForEach(static one => one.Dispose());
        }
    }

    [Test]
    public async Task Certificate_OfALargeChain_IsJudgedAndBounded()
    {
        // What is sent along has no way to an anchor; far more is sent than is kept.
        using var certificate = _folder.Issue(TrustFolder.Platform);
        var others = Enumerable.Range(0, 30).Select(index => _folder.Root.Intermediate($"Other {index}")).ToList();
        using var client = _hub.Client(new Presented(certificate, [.. others.Select(static other => other.Certificate)]));

        var answer = await client.GetAsync(Route);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That($"{answer.Json}", Does.Contain("No chain leads"));
        others.ForEach(static other => other.Dispose());
    }

    private static async Task<int> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(new byte[16], cancellationToken);
        }
        catch (IOException)
        {
            // A reset closes as well.
            return 0;
        }
    }

    private async Task<HttpStatusCode> StatusAsync(Presented? presented, TlsWay way)
    {
        using var client = _hub.Client(presented, way);
        return (await client.GetAsync(Route)).Status;
    }
}
