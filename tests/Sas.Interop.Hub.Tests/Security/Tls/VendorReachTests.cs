using System.Net;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Security.Tls;
using Sas.Interop.TestKit.Certificates;

namespace Sas.Interop.Hub.Tests.Security.Tls;

/// <summary>Where a vendor's answers can lead the hub, over real connections.</summary>
internal sealed class VendorReachTests
{
    private readonly TestAuthority _root = TestAuthority.Root();
    private TlsServer _home = null!; // Made in SetUp, before any test.
    private TlsServer _other = null!; // As above.

    private TlsParts Trust => new() { Anchors = [TlsClient.Bytes(_root.Pem)] };

    [OneTimeTearDown]
    public void Forget() => _root.Dispose();

    [SetUp]
    public async Task StartAsync()
    {
        _home = await TlsServer.StartAsync(_root.Issue(CertificateWish.ForThisMachine));
        _other = await TlsServer.StartAsync(_root.Issue(CertificateWish.ForThisMachine));
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _home.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Test]
    public async Task Redirect_ToAnAllowedHost_IsFollowedWithoutSecrets()
    {
        await using var sut = new TlsClient(_home.Address, Trust, $"localhost:{_other.Port}");

        var outcome = await sut.GetAsync($"/moved?to={Uri.EscapeDataString($"{_other.Address}good")}");

        Assert.That(outcome.Value, Is.EqualTo("good"), outcome.Error?.Detail);
        Assert.That(_home.Requests.Single().Headers.UserAgent.ToString(), Is.EqualTo("s3cret-token"));
        Assert.That(_other.Requests.Single().Headers.UserAgent.ToString(), Is.Empty);
        Assert.That(_other.Requests.Single().Headers.Accept.ToString(), Is.EqualTo("application/json"));
    }

    [Test]
    public async Task Redirect_ToAHostThatIsNotAllowed_GoesNowhere()
    {
        await using var sut = new TlsClient(_home.Address, Trust);

        var outcome = await sut.GetAsync($"/moved?to={Uri.EscapeDataString($"{_other.Address}good?key=s3cret-of-the-query")}");

        Assert.That(outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorAddressRefused));
        Assert.That(outcome.Error?.Detail, Does.Contain("allowedHosts").And.Not.Contain("s3cret"));
        Assert.That(_other.Requests, Is.Empty);
    }

    [TestCase("http://localhost/good")]
    [TestCase("https://169.254.169.254/latest/meta-data")]
    [TestCase("https://127.0.0.1/")]
    [TestCase("https://[::1]/")]
    [TestCase("https://10.0.0.1/")]
    [TestCase("https://user@localhost/")]
    [TestCase("file:///etc/passwd")]
    [TestCase("ftp://localhost/")]
    public async Task Redirect_ToWhereNobodyIsMeantToGo_GoesNowhere(string to)
    {
        await using var sut = new TlsClient(_home.Address, Trust);

        Assert.That((await sut.GetAsync($"/moved?to={Uri.EscapeDataString(to)}")).Error?.Code, Is.EqualTo(HubErrorCode.VendorAddressRefused));
    }

    [TestCase("127.0.0.1")]
    [TestCase("10.1.2.3")]
    [TestCase("169.254.169.254")]
    [TestCase("::1")]
    [TestCase("::ffff:127.0.0.1")]
    public async Task Name_LeadsToAPrivateAddress_IsRefusedWhenConnecting(string address)
    {
        var asked = 0;
        var resolver = new HostResolver((_, _) =>
        {
            asked++;
            return Task.FromResult(new[] { IPAddress.Parse("8.8.8.8"), IPAddress.Parse(address) });
        });
        await using var sut = new TlsClient(_home.Address, Trust, resolver, $"files.vendor.example:{_other.Port}");

        var outcome = await sut.GetAsync($"/moved?to={Uri.EscapeDataString($"https://files.vendor.example:{_other.Port}/good")}");

        Assert.That(outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorAddressRefused), outcome.Error?.Detail);
        Assert.That(outcome.Error?.Detail, Does.Contain("'files.vendor.example'").And.Contain("privateNetwork"));
        Assert.That((asked, _other.Requests.Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Name_OfTheVendorItselfLeadsToThisMachine_IsRefused()
    {
        var resolver = new HostResolver(static (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
        await using var sut = new TlsClient(new Uri($"https://api.vendor.example:{_home.Port}/"), Trust, resolver);

        Assert.That((await sut.GetAsync("/good")).Error?.Code, Is.EqualTo(HubErrorCode.VendorAddressRefused));
        Assert.That(_home.Requests, Is.Empty);
    }

    [Test]
    public async Task Name_LeadsNowhere_IsUnreachable()
    {
        await using var sut = new TlsClient(new Uri("https://api.vendor.example/"), Trust);

        Assert.That((await sut.GetAsync("/good")).Error?.Code, Is.EqualTo(HubErrorCode.VendorUnreachable));
    }
}
