using System.Globalization;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Configuration.Source;
using Sas.Interop.Hub.Configuration.Vendors;

namespace Sas.Interop.Hub.Tests.Configuration.Vendors;

[Parallelizable(ParallelScope.All)]
internal sealed class AdaptersFileReaderTests
{
    [Test]
    public void Read_SmallestEntry_TakesTheDefaults()
    {
        var vendor = AdaptersSamples.Only(AdaptersSamples.Read(AdaptersSamples.File(AdaptersSamples.Acme)));

        Assert.Multiple(() =>
        {
            Assert.That(vendor.Enabled, Is.True);
            Assert.That(vendor.BaseUrl.AbsoluteUri, Is.EqualTo("https://acme.example/fhir/"), "a dialect's paths are appended");
            Assert.That(vendor.Capabilities, Is.EqualTo(VendorCapabilities.Slots));
            Assert.That(vendor.Poll, Is.EqualTo(VendorDefaults.BuiltIn.Poll));
            Assert.That(vendor.Limits, Is.EqualTo(VendorDefaults.BuiltIn.Limits));
            Assert.That(vendor.Limits, Is.EqualTo(new VendorLimits()), "the contract's own defaults are the same");
            Assert.That(vendor.Freshness, Is.EqualTo(VendorDefaults.BuiltIn.Freshness));
        });
    }

    [Test]
    public void Read_WholeEntry_TakesEveryMember()
    {
        var vendor = AdaptersSamples.Only(AdaptersSamples.Read("""
            {
              "$schema": "./docs/schemas/adapters.schema.json", // comments are allowed
              "defaults": { "poll": { "every": "00:02:00" }, "limits": { "retries": 1 } },
              "vendors": [{
                "id": "acme", "name": "Acme", "adapter": "maiia", "enabled": false, "baseUrl": "http://127.0.0.1:9000",
                "capabilities": ["slots", "push", "bulk", "booking:redirect", "booking:api", "regulators", "careRequests"],
                "poll": { "window": "2.00:00:00", "jitter": 0.25, "ownersPerCall": 10 },
                "limits": { "rps": 0.5, "concurrency": 2, "timeout": "00:00:01.5", "maxBody": 2048, "breaker": { "failures": 3, "pause": "00:00:30" } },
                "freshness": { "staleAfter": "00:03:00", "dropAfter": "00:04:00", "emptyRunGuard": "00:00:00" },
                "secrets": { "token": { "env": "ACME_TOKEN" } },
                "directory": { "file": "own/acme.csv" },
                "options": { "b": 1, "a": [true] },
              }],
            }
            """, folder: "/etc/hub"));

        Assert.Multiple(() =>
        {
            Assert.That(vendor.Enabled, Is.False);
            Assert.That((int)vendor.Capabilities, Is.EqualTo(127));
            Assert.That(vendor.Poll, Is.EqualTo(new PollSettings(TimeSpan.FromMinutes(2), TimeSpan.FromDays(2), 0.25, 10)));
            Assert.That(vendor.Limits.Retries, Is.EqualTo(1));
            Assert.That(vendor.Limits.Timeout, Is.EqualTo(TimeSpan.FromSeconds(1.5)));
            Assert.That((vendor.Limits.BreakerFailures, vendor.Limits.BreakerPause), Is.EqualTo((3, TimeSpan.FromSeconds(30))));
            Assert.That(vendor.Freshness, Is.EqualTo(new FreshnessSettings(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(4), TimeSpan.Zero)));
            Assert.That(vendor.DirectoryFile, Is.EqualTo("/etc/hub/own/acme.csv"));
            Assert.That(vendor.Options.GetProperty("b").GetInt32(), Is.EqualTo(1));
            Assert.That(vendor.Secrets, Is.Empty, "a vendor that is switched off needs no secrets");
        });
    }

    [Test]
    public void Read_ManyFaults_TellsAllWithPathAndLine()
    {
        var reading = AdaptersSamples.Read("""
            {
              "vendors": [
                {
                  "id": "Acme",
                  "name": "",
                  "adapter": "morse",
                  "baseUrl": "ftp://x",
                  "capabilities": ["slots", "slots", "magic"],
                  "poll": { "every": "1", "jitter": 2, "evry": 1 },
                  "freshness": { "staleAfter": "00:10:00", "dropAfter": "00:05:00" },
                  "secrets": { "token": "v3rysecret" }
                },
                { "id": "Acme", "name": "b", "name": "c" }
              ],
              "vendor": []
            }
            """);

        Assert.That(reading.Faults.Select(static fault => (fault.Path, fault.Line)), Is.EquivalentTo(new[]
        {
            ("$.vendors[1].name", 13), ("$.vendors[0].id", 4), ("$.vendors[0].name", 5), ("$.vendors[0].adapter", 6), ("$.vendors[0].baseUrl", 7),
            ("$.vendors[0].capabilities[1]", 8), ("$.vendors[0].capabilities[2]", 8), ("$.vendors[0].poll.every", 9), ("$.vendors[0].poll.jitter", 9),
            ("$.vendors[0].poll.evry", 9), ("$.vendors[0].freshness.dropAfter", 10), ("$.vendors[0].secrets.token", 11), ("$.vendors[1].id", 13),
            ("$.vendors[1].id", 13), ("$.vendors[1].adapter", 13), ("$.vendors[1].baseUrl", 13), ("$.vendor", 15),
        }));
        Assert.That(string.Join('\n', reading.Faults), Does.Contain(string.Join(", ", FakeDialect.Names[..2]))
            .And.Not.Contain("v3rysecret"));
    }

    [TestCaseSource(nameof(DurationBounds))]
    public void Read_Duration_IsBounded(string section, string name, string value, bool accepted) =>
        Assert.That(Faulty(section, name, $"\"{value}\""), Is.EqualTo(!accepted));

    [TestCaseSource(nameof(NumberBounds))]
    public void Read_Number_IsBounded(string section, string name, string value, bool accepted) =>
        Assert.That(Faulty(section, name, value), Is.EqualTo(!accepted));

    [TestCase("https://acme.example", true, true)]
    [TestCase("http://localhost:9000/x", false, true)]
    [TestCase("http://[::1]:9000", false, true)]
    [TestCase("http://acme.sandbox.invalid/", true, true)]
    [TestCase("http://acme.sandbox.invalid/", false, false)]
    [TestCase("http://acme.example", true, false)]
    [TestCase("http://localhost.example", true, false)]
    [TestCase("https://user:pw@acme.example", true, false)]
    [TestCase("https://acme.example/?key=1", true, false)]
    [TestCase("https://acme.example/#a", true, false)]
    [TestCase("/fhir", true, false)]
    [TestCase("acme.example", true, false)]
    [TestCase("file:///etc/passwd", true, false)]
    public void Read_BaseUrl_IsJudged(string url, bool sandbox, bool accepted)
    {
        var json = AdaptersSamples.File($$"""{ "id": "a", "name": "A", "adapter": "sas-fhir", "baseUrl": "{{url}}" }""");

        Assert.That(AdaptersSamples.Read(json, sandbox).Faults.Count == 0, Is.EqualTo(accepted));
    }

    [TestCase("""{ "env": "ACME_TOKEN" }""", true)]
    [TestCase("""{ "env": "NOT_SET" }""", false)]
    [TestCase("""{ "env": "A B" }""", false)]
    [TestCase("""{ "file": "nowhere" }""", false)]
    [TestCase("""{ "env": "ACME_TOKEN", "file": "x" }""", false)]
    [TestCase("""{ "value": "s3cret-value" }""", false)]
    [TestCase("\"s3cret-value\"", false)]
    [TestCase("5", false)]
    public void Read_Secret_IsAReferenceThatResolves(string reference, bool accepted)
    {
        var reading = AdaptersSamples.Read(AdaptersSamples.With($$"""
            "secrets": { "token": {{reference}} }
            """));

        Assert.That(reading.Faults.Count == 0, Is.EqualTo(accepted));
        Assert.That(string.Join('\n', reading.Faults), Does.Not.Contain("s3cret"));
    }

    [Test]
    public void Read_SecretInFile_IsResolvedAndNeverInTheFingerprint()
    {
        using var folder = new TempFolder();
        folder.Write("token", "s3cret-value\n");
        var json = AdaptersSamples.With("""
            "secrets": { "token": { "file": "token" } }
            """);
        var before = AdaptersSamples.Only(AdaptersSamples.Read(json, folder: folder.Path));
        folder.Write("token", "another");
        var after = AdaptersSamples.Only(AdaptersSamples.Read(json, folder: folder.Path));

        Assert.Multiple(() =>
        {
            Assert.That(before.Secrets["token"], Is.EqualTo("s3cret-value"));
            Assert.That(before.Fingerprint, Does.Not.Contain("s3cret").And.Contain("token"));
            Assert.That(after.Fingerprint, Is.Not.EqualTo(before.Fingerprint));
        });
    }

    [Test]
    public void Read_DialectRefusesOptions_FaultsHaveTheWholePath()
    {
        var dialects = new Dictionary<string, IVendorAdapterFactory>
        {
            ["sas-fhir"] = new FakeDialect("sas-fhir", static options => options.ValueKind == System.Text.Json.JsonValueKind.Undefined
                ? [new OptionFault("flow", "Missing.")]
                : [new OptionFault("headers.X-Key", "Wrong."), new OptionFault(string.Empty, "All wrong.")]),
        };
        var given = AdaptersSamples.Read(
            """
            { "vendors": [{ "id": "acme", "name": "Acme", "adapter": "sas-fhir", "baseUrl": "https://acme.example/",
              "options": {
                "headers": {
                  "X-Key": 5 } } }] }
            """,
            dialects: dialects);
        var missing = AdaptersSamples.Read(AdaptersSamples.File(AdaptersSamples.Acme), dialects: dialects);

        Assert.That(given.Faults.Select(static fault => (fault.Path, fault.Line)), Is.EqualTo(new[]
        {
            ("$.vendors[0].options.headers.X-Key", 4), ("$.vendors[0].options", 2),
        }));
        Assert.That(missing.Faults.Single().Path, Is.EqualTo("$.vendors[0].options.flow"));
    }

    [Test]
    public void Read_DoubtfulSettings_AreWarnedOf()
    {
        var sandboxHost = AdaptersSamples.Read(
            AdaptersSamples.File("""{ "id": "a", "name": "A", "adapter": "sas-fhir", "baseUrl": "https://a.sandbox.invalid/" }"""),
            sandbox: false);
        var stale = AdaptersSamples.Read(AdaptersSamples.With("""
            "freshness": { "staleAfter": "00:00:30" }
            """));

        Assert.That((sandboxHost.Faults.Count, sandboxHost.Warnings.Single().Path), Is.EqualTo((0, "$.vendors[0].baseUrl")));
        Assert.That((stale.Faults.Count, stale.Warnings.Single().Path), Is.EqualTo((0, "$.vendors[0]")));
    }

    [TestCase("")]
    [TestCase("   // nothing\n")]
    [TestCase("{")]
    [TestCase("""{ "vendors": [] } x""")]
    [TestCase("""{ "vendors": [ """)]
    public void Read_NotJson_IsTorn(string text)
    {
        var reading = AdaptersSamples.Read(text);

        Assert.That((reading.Torn, reading.Faults.Count), Is.EqualTo((true, 1)));
    }

    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("""{ "vendors": {} }""")]
    [TestCase("""{ "vendors": [5, null, []] }""")]
    public void Read_OtherShape_IsRefusedNotTorn(string text)
    {
        var reading = AdaptersSamples.Read(text);

        Assert.That(reading.Faults, Is.Not.Empty);
        Assert.That(reading.Torn, Is.False);
    }

    [Test]
    public void Read_ManyVendors_IsBounded()
    {
        var many = AdaptersSamples.File([.. Enumerable.Repeat("{}", AdaptersFileReader.MostVendors + 1)]);

        Assert.That(AdaptersSamples.Read(many).Faults.Single().Path, Is.EqualTo("$.vendors"));
    }

    [Test]
    public void Read_AnyOrder_GivesTheSameVendors() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed =>
    {
        var random = new Random(seed);
        string[] members =
        [
            "\"name\": \"N\"", "\"adapter\": \"keldoc\"", "\"baseUrl\": \"https://n.example/\"", "\"options\": { \"a\": 1, \"b\": { \"c\": 2, \"d\": 3 } }",
            "\"poll\": { \"every\": \"00:05:00\", \"jitter\": 0.2 }",
        ];
        var entries = Enumerable.Range(0, 5).Select(index =>
        {
            var shuffled = members.Append($"\"id\": \"v{index}\"").ToArray();
            random.Shuffle(shuffled);
            return "{" + string.Join(",", shuffled) + "}";
        }).ToArray();
        random.Shuffle(entries);
        var reading = AdaptersSamples.Read(AdaptersSamples.File(entries));
        var ordered = AdaptersSamples.Read(AdaptersSamples.File([.. Enumerable.Range(0, 5).Select(index => "{" + string.Join(",", members.Prepend($"\"id\": \"v{index}\"")) + "}")]));
        return reading.Faults.Count == 0
            && reading.Vendors.OrderBy(static vendor => vendor.Key, StringComparer.Ordinal).Select(static vendor => vendor.Value.Fingerprint)
                .SequenceEqual(ordered.Vendors.OrderBy(static vendor => vendor.Key, StringComparer.Ordinal).Select(static vendor => vendor.Value.Fingerprint));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Read_AnyDamage_NeverThrows() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed =>
    {
        var random = new Random(seed);
        var text = AdaptersSamples.With("\"options\": { \"a\": \"\\u00e9\" }, \"poll\": { \"every\": \"00:05:00\" }").ToCharArray();
        for (var hit = random.Next(1, 6); hit > 0; hit--)
        {
            text[random.Next(text.Length)] = "{}[]\",:\\u0d80\u0000é\ud800"[random.Next(16)];
        }

        var reading = AdaptersSamples.Read(new string(text));
        return reading.Faults.Count > 0 || reading.Vendors.Count == 1;
    }).QuickCheckThrowOnFailure();

    private static IEnumerable<object[]> DurationBounds() => VendorRules.Durations.SelectMany(static rule => new object[][]
    {
        [rule.Section, rule.Name, DurationRule.Print(rule.Floor), true],
        [rule.Section, rule.Name, DurationRule.Print(rule.Default), true],
        [rule.Section, rule.Name, DurationRule.Print(rule.Ceiling), true],
        [rule.Section, rule.Name, DurationRule.Print(rule.Ceiling + TimeSpan.FromTicks(1)), false],
        [rule.Section, rule.Name, rule.Floor == TimeSpan.Zero ? "-00:00:01" : DurationRule.Print(rule.Floor - TimeSpan.FromTicks(1)), false],
        [rule.Section, rule.Name, "60", false],
        [rule.Section, rule.Name, "1:00", false],
        [rule.Section, rule.Name, "00:00:61", false],
    });

    private static IEnumerable<object[]> NumberBounds() => VendorRules.Numbers.SelectMany(static rule => new object[][]
    {
        [rule.Section, rule.Name, NumberRule.Print(rule.Floor), true],
        [rule.Section, rule.Name, NumberRule.Print(rule.Ceiling), true],
        [rule.Section, rule.Name, NumberRule.Print(rule.Ceiling + 1), false],
        [rule.Section, rule.Name, NumberRule.Print(rule.Floor - 1), false],
        [rule.Section, rule.Name, "1e400", false],
        [rule.Section, rule.Name, "\"1\"", false],
        [rule.Section, rule.Name, (rule.Floor + 0.5).ToString(CultureInfo.InvariantCulture), !rule.Whole],
    });

    /// <summary>Whether the value itself is a fault; a fault of how it goes with another value is not counted.</summary>
    private static bool Faulty(string section, string name, string value)
    {
        var inner = $"\"{name}\": {value}";
        var member = section.Split('.').Reverse().Aggregate(inner, static (text, step) => $"\"{step}\": {{ {text} }}");
        var reading = AdaptersSamples.Read(AdaptersSamples.With(member));
        return reading.Faults.Any(fault => fault.Path == $"$.vendors[0].{section}.{name}" && fault.Message.Contains("not allowed here", StringComparison.Ordinal));
    }
}
