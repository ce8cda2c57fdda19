using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Hosting;
using Sas.Interop.Hub.Tests.Configuration.Vendors;
using Sas.Interop.Hub.Tests.Polling;

namespace Sas.Interop.Hub.Tests.Hosting;

[Parallelizable(ParallelScope.All)]
internal sealed class KnownLinksTests
{
    private const string Mocked = "https://acme.sandbox.invalid/";

    [Test]
    public void Find_UnknownOrDisabledVendor_IsNull()
    {
        Assert.That(Links("https://acme.example/").Find("other"), Is.Null);
        Assert.That(Links("https://acme.example/", more: ", \"enabled\": false").Find("acme"), Is.Null);
    }

    [TestCase("\"slots\"", false)]
    [TestCase("\"slots\", \"push\"", true)]
    public void Find_Vendor_SaysWhetherItPushes(string capabilities, bool pushes) =>
        Assert.That(Links("https://acme.example/", more: $", \"capabilities\": [{capabilities}]").Find("acme")?.Pushes, Is.EqualTo(pushes));

    [Test]
    public void Find_AddressOrMock_IsAnotherSource()
    {
        var source = Links("https://acme.example/").Find("acme")?.Source;

        Assert.That(source, Has.Length.EqualTo(16));
        Assert.That(Links("https://acme.example/").Find("acme")?.Source, Is.EqualTo(source), "the same from run to run");
        Assert.That(Links("https://acme.example/", sandbox: false).Find("acme")?.Source, Is.EqualTo(source), "a vendor that is called for real either way");
        Assert.That(Links("https://acme.example/", more: ", \"poll\": { \"every\": \"00:02:00\" }").Find("acme")?.Source, Is.EqualTo(source));
        Assert.That(Links("https://acme.example/r4/").Find("acme")?.Source, Is.Not.EqualTo(source));
        Assert.That(Links("https://acme.example/", more: ", \"bookingHosts\": []").Find("acme")?.Source, Is.Not.EqualTo(source), "pages were judged by another rule");
        Assert.That(Links(Mocked, sandbox: true).Find("acme")?.Source, Is.Not.EqualTo(Links(Mocked, sandbox: false).Find("acme")?.Source));
    }

    [Test]
    public void TargetsOf_Owner_AreThoseOfThatVendor()
    {
        var owner = OwnerKey.Create(OwnerKind.Practitioner, "810000000017");
        var (mine, others) = (new PullTarget { Owner = owner }, new PullTarget { Owner = owner });
        var links = Links("https://acme.example/", directory: new FakeDirectory { Targets = { ["acme"] = [mine], ["other"] = [others] } });

        Assert.That(links.TargetsOf("acme", owner).Single(), Is.SameAs(mine));
        Assert.That(links.TargetsOf("third", owner), Is.Empty);
    }

    private static KnownLinks Links(string baseUrl, bool sandbox = true, string more = "", FakeDirectory? directory = null)
    {
        var entry = $$"""{ "id": "acme", "name": "Acme", "adapter": "sas-fhir", "baseUrl": "{{baseUrl}}"{{more}} }""";
        var catalog = new VendorCatalog();
        var reading = AdaptersSamples.Read(AdaptersSamples.File(entry), sandbox);
        Assert.That(reading.Faults, Is.Empty);
        catalog.Swap(reading.Vendors);
        var options = new HubOptions();
        options.Sandbox.Enabled = sandbox;
        return new KnownLinks(catalog, directory ?? new FakeDirectory(), Options.Create(options));
    }
}
