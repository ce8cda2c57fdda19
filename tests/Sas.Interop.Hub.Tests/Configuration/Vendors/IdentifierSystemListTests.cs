namespace Sas.Interop.Hub.Tests.Configuration.Vendors;

/// <summary>The systems in which a vendor numbers its own appointments.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class IdentifierSystemListTests
{
    [Test]
    public void Read_Systems_AreTheVendors() => Assert.That(
        AdaptersSamples.Only(AdaptersSamples.Read(AdaptersSamples.With("""
            "identifierSystems": ["urn:oid:1.2.3", "https://acme.example/rdv"]
            """))).IdentifierSystems,
        Is.EqualTo(new[] { "urn:oid:1.2.3", "https://acme.example/rdv" }));

    [Test]
    public void Read_None_IsNone() => Assert.That(AdaptersSamples.Only(AdaptersSamples.Read(AdaptersSamples.File(AdaptersSamples.Acme))).IdentifierSystems, Is.Empty);

    [Test]
    public void Read_Systems_CountInTheFingerprint() => Assert.That(
        AdaptersSamples.Only(AdaptersSamples.Read(AdaptersSamples.With("\"identifierSystems\": [\"urn:a:b\"]"))).Fingerprint,
        Is.Not.EqualTo(AdaptersSamples.Only(AdaptersSamples.Read(AdaptersSamples.With("\"identifierSystems\": [\"urn:a:c\"]"))).Fingerprint));

    [TestCase("\"urn:oid:1.2.3\"")]
    [TestCase("[\"1.2.3\"]")]
    [TestCase("[\"urn:a|b\"]")]
    [TestCase("[\"urn:a b\"]")]
    [TestCase("[12]")]
    [TestCase("[\"urn:a:b\", \"urn:a:b\"]")]
    [TestCase("[\"urn:oid:1.2.250.1.213.3.6\"]")]
    [TestCase("[\"urn:oid:1.2.250.1.71.4.2.1\"]")]
    [TestCase("[\"urn:oid:1.2.250.1.71.4.2.2\"]")]
    public void Read_WhatIsNoSystemOfAVendor_IsAFault(string systems) => Assert.That(
        AdaptersSamples.Read(AdaptersSamples.With("\"identifierSystems\": " + systems)).Faults.Select(static fault => fault.Path),
        Has.Exactly(1).StartsWith("$.vendors[0].identifierSystems"));

    [Test]
    public void Read_OneSystemOfTwoVendors_IsAFault()
    {
        static string Entry(string id) => $$"""{ "id": "{{id}}", "name": "A", "adapter": "sas-fhir", "baseUrl": "https://a.example/", "identifierSystems": ["urn:oid:1.2.3"] }""";

        var faults = AdaptersSamples.Read(AdaptersSamples.File(Entry("one"), Entry("two"))).Faults;

        Assert.That(faults.Select(static fault => fault.Path), Is.EqualTo(new[] { "$.vendors[1].identifierSystems[0]" }));
    }

    [Test]
    public void Read_IdOfTheSenderWithoutAName_IsAFault() => Assert.That(
        AdaptersSamples.Read(AdaptersSamples.File("""{ "id": "unnamed", "name": "A", "adapter": "sas-fhir", "baseUrl": "https://a.example/" }""")).Faults.Select(static fault => fault.Path),
        Is.EqualTo(new[] { "$.vendors[0].id" }));
}
