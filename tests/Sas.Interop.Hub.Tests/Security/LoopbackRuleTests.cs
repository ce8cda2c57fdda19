using Microsoft.Extensions.Configuration;

using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Tests.Security;

internal sealed class LoopbackRuleTests
{
    [TestCase("http://127.0.0.1:8080")]
    [TestCase("http://127.0.0.1:0")]
    [TestCase("http://127.200.1.1:80")]
    [TestCase("http://localhost:5000")]
    [TestCase("http://LOCALHOST:5000")]
    [TestCase("http://[::1]:8080")]
    [TestCase("http://[::ffff:127.0.0.1]:8080")]
    [TestCase("https://localhost:8443")]
    [TestCase("http://unix:/run/hub.sock")]
    [TestCase("http://127.0.0.1:8080;http://[::1]:8080")]
    [TestCase("")]
    public void Faults_LocalAddress_MayListen(string urls) => Assert.That(Faults(("urls", urls)), Is.Empty);

    [TestCase("http://0.0.0.0:8080")]
    [TestCase("http://*:8080")]
    [TestCase("http://+:8080")]
    [TestCase("http://[::]:8080")]
    [TestCase("http://192.0.2.7:8080")]
    [TestCase("http://[2001:db8::1]:8080")]
    [TestCase("http://hub.example:8080")]
    [TestCase("http://localhost.example:8080")]
    [TestCase("http://localhost.:8080")]
    [TestCase("https://0.0.0.0:8443")]
    [TestCase("http://127.0.0.1:8080;http://0.0.0.0:8081")]
    [TestCase(" http://127.0.0.1:8080 ; http://10.0.0.1:80 ")]
    public void Faults_OtherAddress_IsRefusedOnce(string urls) =>
        Assert.That(Faults(("urls", urls)), Has.Count.EqualTo(1).And.All.Contains("is refused").And.All.Contains("loopback only"));

    [TestCase("8080")]
    [TestCase("127.0.0.1")]
    [TestCase("http//127.0.0.1:8080")]
    [TestCase("http://127.0.0.1:port")]
    public void Faults_NoAddress_IsNotGuessed(string urls) => Assert.That(Faults(("urls", urls)), Has.Count.EqualTo(1));

    [Test]
    public void Faults_KestrelEndpoint_IsJudgedToo()
    {
        var faults = Faults(("Kestrel:Endpoints:Inside:Url", "http://127.0.0.1:1"), ("Kestrel:Endpoints:Outside:Url", "http://0.0.0.0:2"));

        Assert.That(faults, Has.Count.EqualTo(1).And.All.Contains("Kestrel:Endpoints:Outside:Url"));
    }

    [Test]
    public void Faults_EndpointWithoutUrl_IsNamed() =>
        Assert.That(Faults(("Kestrel:Endpoints:Odd:Protocols", "Http2")), Has.Count.EqualTo(1).And.All.Contains("Kestrel:Endpoints:Odd:Url"));

    [TestCase("http_ports")]
    [TestCase("https_ports")]
    public void Faults_BarePorts_AreEveryInterface(string key)
    {
        Assert.That(Faults((key, "8080;8081")), Has.Count.EqualTo(2));
        Assert.That(Faults((key, "8080"), ("urls", "http://127.0.0.1:8080")), Is.Empty, "Addresses have precedence over ports.");
    }

    [Test]
    public void Faults_HttpsWithACertificateAndNoCallers_IsRefusedAndSaysWhatToDo()
    {
        const string Outside = "Kestrel:Endpoints:Outside";
        Assert.That(
            Faults(($"{Outside}:Url", "https://0.0.0.0:8443"), ($"{Outside}:Certificate:Path", "hub.pfx")),
            Has.Count.EqualTo(1).And.All.Contains("Hub:CallersFile"));
        Assert.That(Faults(("urls", "https://*:8443"), ("Kestrel:Certificates:Default:Subject", "hub.example")), Has.Count.EqualTo(1));
        Assert.That(Faults(("urls", "https://127.0.0.1:8443"), ("Kestrel:Certificates:Default:Path", "hub.pfx")), Is.Empty);
    }

    [Test]
    public void Faults_WithCallers_HttpsMayListenAnywhereAndPlainHttpHereOnly()
    {
        var callers = (CallerMode.CallersFileKey, "callers.json");
        Assert.That(Faults(callers, ("urls", "https://*:8443;http://127.0.0.1:8080")), Is.Empty);
        Assert.That(Faults(callers, ("urls", "http://*:8080")), Has.Count.EqualTo(1).And.All.Contains("Plain HTTP is served on loopback only"));
        Assert.That(Faults(callers, ("http_ports", "8080")), Has.Count.EqualTo(1));
    }

    [TestCase("Kestrel:Certificates:Default:Path", "hub.pfx")]
    [TestCase("Kestrel:Endpoints:A:Certificate:Path", "hub.pfx")]
    [TestCase("Kestrel:Endpoints:A:Sni:hub.example:SslProtocols:0", "Tls12")]
    [TestCase("Kestrel:Endpoints:A:SslProtocols:0", "Tls11")]
    [TestCase("Kestrel:Endpoints:A:ClientCertificateMode", "NoCertificate")]
    [TestCase("Kestrel:EndpointDefaults:ClientCertificateMode", "NoCertificate")]
    [TestCase("Kestrel:Endpoints:A:Protocols", "Http1AndHttp2AndHttp3")]
    public void Faults_ServersOwnTlsBesideCallers_IsRefused(string key, string value)
    {
        var endpoint = ("Kestrel:Endpoints:A:Url", "https://127.0.0.1:1");
        Assert.That(Faults((CallerMode.CallersFileKey, "callers.json"), endpoint, (key, value)), Has.Count.EqualTo(1).And.All.Contains("beside Hub:CallersFile"));
        Assert.That(Faults(endpoint, (key, value)), Is.Empty);
    }

    [Test]
    public void NamesAddress_NothingConfigured_AsksForTheDefault()
    {
        Assert.That(LoopbackRule.NamesAddress(Settings()), Is.False);
        Assert.That(LoopbackRule.NamesAddress(Settings(("urls", " "))), Is.False);
        Assert.That(LoopbackRule.NamesAddress(Settings(("urls", "http://[::1]:1"))));
        Assert.That(LoopbackRule.NamesAddress(Settings(("http_ports", "80"))));
        Assert.That(LoopbackRule.NamesAddress(Settings(("Kestrel:Endpoints:A:Url", "http://[::1]:1"))));
        Assert.That(Faults(("urls", LoopbackRule.DefaultUrl)), Is.Empty);
    }

    private static IReadOnlyList<string> Faults(params (string Key, string Value)[] settings) => LoopbackRule.Faults(Settings(settings));

    private static IConfigurationRoot Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();
}
