using Sas.Interop.Hub.Configuration.Trust;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Security.Certificates;
using Sas.Interop.Hub.Security.Limits;
using Sas.Interop.TestKit.Certificates;

namespace Sas.Interop.Hub.Tests.Configuration.Trust;

/// <summary>The file of callers is judged whole: every fault with its place, or a list.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CallersFileReaderTests : IDisposable
{
    private readonly CallersSamples _samples = new();

    public void Dispose() => _samples.Dispose();

    [Test]
    public void Read_GoodFile_IsAList()
    {
        var reading = _samples.Read(CallersSamples.File($$"""
            {{CallersSamples.Platform}},
            { "id": "keldoc", "roles": ["vendor", "tester"], "vendor": "keldoc", "subject": { "cn": ["a\\, b", "c"], "ou": ["One"] }, "issuers": ["Root"], "pins": ["47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="], "limits": { "requestsPerSecond": 0.5, "bodyBytes": 65536 } }
            """, "\"loopbackHttp\": true, \"proxy\": { \"enabled\": true, \"from\": [\"10.1.0.0/16\", \"::1\"], \"format\": \"escaped-pem\", \"header\": \"X-Cert\" },"));

        Assert.That(reading.Faults, Is.Empty);
        Assert.That(reading.Warnings, Is.Empty);
        var model = reading.Model;
        Assert.That(model, Is.Not.Null);
        Assert.That(model.Callers.Select(static rule => (rule.Identity.Id, rule.Identity.Roles, rule.Identity.VendorId)), Is.EqualTo(new (string, CallerRoles, string?)[]
        {
            ("platform", CallerRoles.Platform, null),
            ("keldoc", CallerRoles.Vendor | CallerRoles.Tester, "keldoc"),
        }));
        Assert.That(model.Callers.Select(static rule => rule.Identity.Limits), Is.EqualTo(new[] { null, new CallerLimits { RequestsPerSecond = 0.5, BodyBytes = 65_536 } }));
        Assert.That(model.Callers[1].CommonNames, Is.EquivalentTo(new[] { "a, b", "c" }));
        Assert.That(model.Trust.Revocation, Is.EqualTo(RevocationMode.Hard));
        Assert.That((model.Proxy?.Header, model.Proxy?.Format, model.Proxy?.From.Count, model.LoopbackHttp), Is.EqualTo(("X-Cert", ProxyFormat.EscapedPem, 2, true)));
        Assert.That(reading.Files.Keys.Select(Path.GetFileName), Is.EquivalentTo(new[] { "server.pem", "server.key", "root.pem", "lists.pem" }));
    }

    [TestCase("""{ "roles": ["platform"], "subject": { "cn": ["a"] } }""", "$.callers[0].id", "Missing")]
    [TestCase("""{ "id": "A", "roles": ["platform"], "subject": { "cn": ["a"] } }""", "$.callers[0].id", "no id")]
    [TestCase("""{ "id": "unknown", "roles": ["platform"], "subject": { "cn": ["a"] } }""", "$.callers[0].id", "no id")]
    [TestCase("""{ "id": "a", "subject": { "cn": ["a"] } }""", "$.callers[0]", "no roles")]
    [TestCase("""{ "id": "a", "roles": [], "subject": { "cn": ["a"] } }""", "$.callers[0]", "no roles")]
    [TestCase("""{ "id": "a", "roles": ["admin"], "subject": { "cn": ["a"] } }""", "$.callers[0].roles[0]", "known here: operator")]
    [TestCase("""{ "id": "a", "roles": ["tester", "tester"], "subject": { "cn": ["a"] } }""", "$.callers[0].roles[1]", "twice")]
    [TestCase("""{ "id": "a", "roles": ["vendor"], "subject": { "cn": ["a"] } }""", "$.callers[0]", "names its vendor")]
    [TestCase("""{ "id": "a", "roles": ["platform"], "vendor": "keldoc", "subject": { "cn": ["a"] } }""", "$.callers[0].vendor", "names its vendor")]
    [TestCase("""{ "id": "a", "roles": ["platform"] }""", "$.callers[0].subject", "Missing")]
    [TestCase("""{ "id": "a", "roles": ["platform"], "subject": { "ou": ["a"] } }""", "$.callers[0].subject", "no cn")]
    [TestCase("""{ "id": "a", "roles": ["platform"], "subject": { "cn": [] } }""", "$.callers[0].subject.cn", "empty")]
    [TestCase("""{ "id": "a", "roles": ["platform"], "subject": { "cn": ["a\\q"] } }""", "$.callers[0].subject.cn[0]", "RFC 4514")]
    [TestCase("""{ "id": "a", "roles": ["platform"], "subject": { "cn": ["a"] }, "pins": ["short"] }""", "$.callers[0].pins[0]", "44 characters")]
    [TestCase("""{ "id": "a", "roles": ["platform"], "subject": { "cn": ["a"] }, "pins": [] }""", "$.callers[0].pins", "empty")]
    [TestCase("""{ "id": "a", "roles": ["platform"], "subject": { "cn": ["a"], "o": ["x"] } }""", "$.callers[0].subject.o", "known here: cn, ou")]
    [TestCase("""{ "id": "a", "roles": ["platform"], "subject": { "cn": ["a"] }, "limits": { "burst": 0 } }""", "$.callers[0].limits.burst", "from 1 to 1000000")]
    [TestCase("""{ "id": "a", "roles": ["platform"], "subject": { "cn": ["a"] }, "limits": { "concurrency": 1.5 } }""", "$.callers[0].limits.concurrency", "from 1 to 100000")]
    [TestCase("""{ "id": "a", "roles": ["platform"], "subject": { "cn": ["a"] }, "limits": { "rps": 1 } }""", "$.callers[0].limits.rps", "Unknown member")]
    [TestCase("""{ "id": "a", "roles": ["platform"], "subject": { "cn": ["sas.example"] } }""", "$.callers[1]", "may fit this entry and 'a'")]
    [TestCase("""{ "id": "platform", "roles": ["platform"], "subject": { "cn": ["a"] } }""", "$.callers[1].id", "ids must differ")]
    public void Read_FaultyEntry_IsNamed(string entry, string path, string sentence) =>
        Faulty(CallersSamples.File($"{entry}, {CallersSamples.Platform}"), path, sentence);

    [TestCase("\"proxy\": { \"enabled\": true },", "$.proxy", "no addresses")]
    [TestCase("\"proxy\": { \"enabled\": true, \"from\": [\"0.0.0.0/0\"] },", "$.proxy.from[0]", "no network")]
    [TestCase("\"proxy\": { \"from\": [\"10.0.0.1/16\"] },", "$.proxy.from[0]", "no network")]
    [TestCase("\"proxy\": { \"from\": [\"1\"] },", "$.proxy.from[0]", "no address")]
    [TestCase("\"proxy\": { \"header\": \"X-Sas-Vendor\" },", "$.proxy.header", "header of its own")]
    [TestCase("\"proxy\": { \"header\": \"a b\" },", "$.proxy.header", "header of its own")]
    [TestCase("\"proxy\": { \"format\": \"pem\" },", "$.proxy.format", "known here: escaped-pem, rfc9440")]
    [TestCase("\"other\": 1,", "$.other", "Unknown member")]
    public void Read_FaultyMember_IsNamed(string more, string path, string sentence) => Faulty(CallersSamples.File(CallersSamples.Platform, more), path, sentence);

    [TestCase("\"anchors\": [\"root.pem\"]", "\"anchors\": [\"issuing.pem\"]", "$.trust.anchors[0]", "below another one")]
    [TestCase("\"anchors\": [\"root.pem\"]", "\"anchors\": [\"server.pem\"]", "$.trust.anchors[0]", "not that of an authority")]
    [TestCase("\"anchors\": [\"root.pem\"]", "\"anchors\": [\"server.key\"]", "$.trust.anchors[0]", "no certificate")]
    [TestCase("\"anchors\": [\"root.pem\"]", "\"anchors\": [\"nothing.pem\"]", "$.trust.anchors[0]", "is not there")]
    [TestCase("\"anchors\": [\"root.pem\"]", "\"anchors\": []", "$.trust", "no anchors")]
    [TestCase("\"crls\": [\"lists.pem\"]", "\"crls\": [\"root.pem\"]", "$.trust.crls[0]", "no revocation list")]
    [TestCase("\"crls\": [\"lists.pem\"]", "\"crls\": [\"forged.pem\"]", "$.trust.crls[0]", "not signed by that authority")]
    [TestCase("\"crls\": [\"lists.pem\"]", "\"crls\": []", "$.trust", "Without crls")]
    [TestCase("\"crls\": [\"lists.pem\"]", "\"revocation\": \"soft\", \"crl\": []", "$.trust.crl", "Unknown member")]
    [TestCase("\"crls\": [\"lists.pem\"]", "\"revocation\": \"some\"", "$.trust.revocation", "known here: hard, none, soft")]
    [TestCase("\"key\": \"server.key\"", "\"key\": \"locked.key\"", "$.server", "passphrase is missing or wrong")]
    [TestCase("\"key\": \"server.key\"", "\"key\": \"root.pem\"", "$.server", "cannot be used together")]
    [TestCase("\"key\": \"server.key\"", "\"key\": \"server.key\", \"passphrase\": \"secret\"", "$.server.passphrase", "never stands in this file")]
    [TestCase("\"key\": \"server.key\"", "\"pfx\": \"server.pfx\"", "$.server", "either certificate")]
    [TestCase("\"certificate\": \"server.pem\", \"key\": \"server.key\"", "\"certificate\": \"root.pem\", \"key\": \"server.key\"", "$.server", "cannot be used together")]
    public void Read_FaultyMaterial_IsNamedAndMayBeHalfWritten(string good, string bad, string path, string sentence)
    {
        using var forger = TestAuthority.Root("Root");
        _samples.Folder.Write("forged.pem", forger.RevocationList());

        Faulty(CallersSamples.File(CallersSamples.Platform).Replace(good, bad, StringComparison.Ordinal), path, sentence);
    }

    [TestCase("\"certificate\": \"server.pem\", \"key\": \"server.key\"")]
    [TestCase("\"certificate\": \"server.pem\", \"key\": \"locked.key\", \"passphrase\": { \"env\": \"PASS\" }")]
    [TestCase("\"pfx\": \"server.pfx\", \"passphrase\": { \"env\": \"PASS\" }")]
    public void Read_ServerInAnyForm_IsTaken(string server)
    {
        var json = CallersSamples.File(CallersSamples.Platform).Replace("\"certificate\": \"server.pem\", \"key\": \"server.key\"", server, StringComparison.Ordinal);
        var reading = _samples.Read(json);

        Assert.That(reading.Faults, Is.Empty);
        Assert.That(reading.Model?.Server?.Certificate.HasPrivateKey, Is.True);
        Assert.That(reading.Model?.Server?.Context.IntermediateCertificates, Has.Count.EqualTo(1));
    }

    [Test]
    public void Read_ServerCertificateThatCannotServe_IsAFault()
    {
        _samples.WriteServer(CertificateWish.ForThisMachine with { FromDays = -10, ToDays = -1 });
        Faulty(CallersSamples.File(CallersSamples.Platform), "$.server.certificate", "has expired");

        _samples.WriteServer(CertificateWish.ForClient("hub.example"));
        Faulty(CallersSamples.File(CallersSamples.Platform), "$.server.certificate", "serverAuth");

        _samples.WriteServer(CertificateWish.ForThisMachine with { ToDays = 3 });
        Assert.That(_samples.Read(CallersSamples.File(CallersSamples.Platform)).Warnings.Single().Message, Does.Contain("expires soon"));
    }

    [Test]
    public void Read_AddressesThatDoNotFitTheFile_AreFaults()
    {
        var file = CallersSamples.File(CallersSamples.Platform);
        Assert.That(_samples.Read(file, plain: ["http://127.0.0.1:8080"]).Faults.Single().ToString(), Does.Contain("$.loopbackHttp").And.Contains("http://127.0.0.1:8080"));

        var without = file.Replace("\"server\": { \"certificate\": \"server.pem\", \"key\": \"server.key\" },", string.Empty, StringComparison.Ordinal);
        Assert.That(_samples.Read(without).Faults.Single().ToString(), Does.Contain("$.server").And.Contains("https://127.0.0.1:1"));
        Assert.That(_samples.Read(without.Replace("\"trust\"", "\"loopbackHttp\": true, \"trust\"", StringComparison.Ordinal), secure: [], plain: ["http://127.0.0.1:1"]).Faults, Is.Empty);
    }

    [Test]
    public void Read_DoubtfulThings_AreWarnings()
    {
        _samples.Folder.Write("lists.pem", _samples.Root.RevocationList(fromDays: -9, toDays: -2));
        var reading = _samples.Read(CallersSamples.File("""{ "id": "x", "roles": ["vendor"], "vendor": "nobody", "subject": { "cn": ["x"] } }"""), secure: []);

        Assert.That(reading.Faults, Is.Empty);
        Assert.That(reading.Warnings.Select(static warning => warning.Message), Has.Some.Contains("not of this time").And.Some.Contains("no entry of adapters.json").And.Some.Contains("Names no ou").And.Some.Contains("no https address"));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{ "trust": 1, "callers": 1, "server": 1, "proxy": 1, "loopbackHttp": 1 }""")]
    [TestCase("""{ "trust": { "anchors": [1, null, {}], "crls": "x" }, "callers": [1, null, []] }""")]
    [TestCase("""{ "trust": { "anchors": ["\u0000", "", "."], "crls": ["."] }, "callers": [{ "id": 1, "roles": 1, "subject": 1, "pins": 1, "issuers": [1] }] }""")]
    public void Read_Nonsense_IsFaultsAndNeverThrows(string json) => Assert.That(_samples.Read(json).Faults, Is.Not.Empty);

    [Test]
    public void Read_MoreThanAllowed_IsRefused()
    {
        var values = string.Join(',', Enumerable.Range(0, CallerEntryReader.MostValues + 1).Select(static value => $"\"{value}\""));
        Faulty(CallersSamples.File($$"""{ "id": "a", "roles": ["platform"], "subject": { "cn": [{{values}}] } }"""), "$.callers[0].subject.cn", "at most 32");
    }

    private void Faulty(string json, string path, string sentence)
    {
        var reading = _samples.Read(json);

        Assert.That(reading.Model, Is.Null);
        Assert.That(reading.Faults.Select(static fault => $"{fault.Path} {fault.Message}"), Has.Some.Matches<string>(fault => fault.StartsWith(path + " ", StringComparison.Ordinal) && fault.Contains(sentence, StringComparison.Ordinal)));
        Assert.That(reading.Faults, Is.All.Matches<Hub.Configuration.ConfigFault>(static fault => fault.Line > 0));
    }
}
