using Microsoft.AspNetCore.Server.Kestrel.Https;

using Sas.Interop.Hub.Outbox;
using Sas.Interop.Hub.Security.Certificates;
using Sas.Interop.Hub.Security.Tls;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Configuration;
using Sas.Interop.Hub.Tests.Security.Tls;
using Sas.Interop.TestKit;
using Sas.Interop.TestKit.Certificates;

namespace Sas.Interop.Hub.Tests.Outbox;

/// <summary>Mutual TLS towards the receivers of the outbox, as the platform asks for it.</summary>
internal sealed class OutboxTrustTests
{
    private readonly TempFolder _folder = new();
    private readonly TestAuthority _root = TestAuthority.Root();
    private readonly LogLines<OutboxHttp> _log = new();
    private readonly ManualTimeProvider _time = new(DateTimeOffset.UnixEpoch);

    [SetUp]
    public void Write()
    {
        _folder.Write("root.pem", _root.Pem);
        Show("before");
    }

    [OneTimeTearDown]
    public void Forget()
    {
        _folder.Dispose();
        _root.Dispose();
    }

    [Test]
    public async Task SendAsync_ReceiverAsks_GetsTheCertificateAndItsRenewal()
    {
        var shown = new List<string>();
        await using var server = await AskingAsync(https => https.ClientCertificateValidation = (certificate, _, _) =>
        {
            shown.Add(certificate.Subject);
            return true;
        });
        using var sut = new OutboxHttp(_time, _log);
        var first = await SendAsync(sut, Destination(server, Mutual));

        Show("after");
        _time.Advance(OutboxTrust.LookEvery);
        var second = await SendAsync(sut, Destination(server, Mutual));

        Assert.That((first.End, second.End), Is.EqualTo((DeliveryEnd.Delivered, DeliveryEnd.Delivered)));
        Assert.That(shown, Is.EqualTo(new[] { "CN=before", "CN=after" }));
        Assert.That(_log.Lines.Select(static line => line.Id), Does.Contain(EventIds.OutboxTrustRenewed));
    }

    [Test]
    public async Task SendAsync_FileIsSpoilt_TheLastGoodOneStaysAndItIsTold()
    {
        await using var server = await AskingAsync(null);
        using var sut = new OutboxHttp(_time, _log);
        await SendAsync(sut, Destination(server, Mutual));

        _folder.Write("client.pem", "s3cret rubbish");
        _time.Advance(OutboxTrust.LookEvery);

        Assert.That((await SendAsync(sut, Destination(server, Mutual))).End, Is.EqualTo(DeliveryEnd.Delivered));
        Assert.That(_log.Lines.Last().Text, Does.Contain("ClientCertificate").And.Not.Contain("s3cret"));
    }

    [Test]
    public async Task SendAsync_ReceiverIsNotTrusted_FailsWithTheReason()
    {
        using var other = TestAuthority.Root("Another root");
        await using var server = await TlsServer.StartAsync(other.Issue(CertificateWish.ForThisMachine));
        using var sut = new OutboxHttp(_time, _log);

        var verdict = await SendAsync(sut, Destination(server, Mutual));

        Assert.That(verdict.End, Is.EqualTo(DeliveryEnd.Failed));
        Assert.That(verdict.Cause, Does.Contain("configured anchors"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task SendAsync_NoCertificateForAReceiverThatAsks_FailsAndSaysSo()
    {
        await using var server = await AskingAsync(null);
        using var sut = new OutboxHttp(_time, _log);

        var verdict = await SendAsync(sut, Destination(server, Mutual with { Certificate = null }));

        Assert.That(verdict.End, Is.EqualTo(DeliveryEnd.Failed));
        Assert.That(verdict.Cause, Does.Contain("client certificate"));
    }

    [Test]
    public void Load_WhatIsNoReference_IsToldAndNotRepeated()
    {
        var faults = new TlsReferences { Certificate = "-----BEGIN s3cret", Key = "env:NO_SUCH_VARIABLE_OF_THESE_TESTS", Anchors = ["file:/no/such/file"], Revocation = RevocationMode.Hard }
            .Load(TimeProvider.System.GetUtcNow()).Faults;

        Assert.That(faults.Select(static fault => OutboxTrust.SettingOf(fault.Part)), Is.EquivalentTo(new[] { "ClientCertificate", "ClientKey", "Anchors:0", "Revocation" }));
        Assert.That(faults.Select(static fault => fault.Message), Is.All.Not.Contain("s3cret"));
    }

    private TlsReferences Mutual => new() { Certificate = $"file:{_folder.File("client.pem")}", Anchors = [$"file:{_folder.File("root.pem")}"] };

    private static OutboxDestination Destination(TlsServer server, TlsReferences trust) => OutboxRig.Destination() with { Url = new Uri(server.Address, "/hooks"), Trust = trust };

    private static async Task<DeliveryVerdict> SendAsync(OutboxHttp sut, OutboxDestination destination)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, destination.Url) { Content = new ByteArrayContent("{}"u8.ToArray()) };
        return await sut.SendAsync(destination, request, CancellationToken.None);
    }

    private Task<TlsServer> AskingAsync(Action<HttpsConnectionAdapterOptions>? more) => TlsServer.StartAsync(_root.Issue(CertificateWish.ForThisMachine), https =>
    {
        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        more?.Invoke(https);
    });

    private void Show(string subject)
    {
        using var leaf = _root.Issue(CertificateWish.ForClient(subject));
        using var key = leaf.ExportKey();
        _folder.Write("client.pem", leaf.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
    }
}
