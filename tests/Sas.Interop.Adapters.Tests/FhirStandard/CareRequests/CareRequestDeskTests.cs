using System.Net;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.FhirStandard.CareRequests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CareRequestDeskTests : IDisposable
{
    private const string Page = "https://market.example/ask/{practitioner}?place={place}&request={request}#form";
    private static readonly RegulatorKey Regulator = new("urn:oid:1.2.250.1.213.3.6", "8d1c6d5e-7a0f-4a55-9c55-0a3c7c1f0001");
    private readonly ScriptedHttpHandler _vendor = new();

    public void Dispose() => _vendor.Dispose();

    [Test]
    public async Task CreateLinkAsync_EveryWord_IsEncodedAndInItsPlace()
    {
        await using var adapter = Adapter(Page);

        var link = await Desk(adapter).CreateLinkAsync(new CareRequest("r-1", FhirSamples.Owner, "cabinet é&1/#2", Regulator), CancellationToken.None);

        Assert.That(link.Value?.AbsoluteUri, Is.EqualTo($"https://market.example/ask/{FhirSamples.Owner}?place=cabinet%20%C3%A9%261%2F%232&request=r-1#form"));
        Assert.That(_vendor.Requests, Is.Empty, "The page is built, never fetched.");
    }

    [Test]
    public async Task CreateLinkAsync_WithoutPlace_LeavesItEmpty()
    {
        await using var adapter = Adapter(Page);

        var link = await Desk(adapter).CreateLinkAsync(new CareRequest("r-1", FhirSamples.Owner, null, Regulator), CancellationToken.None);

        Assert.That(link.Value?.Query, Is.EqualTo("?place=&request=r-1"));
    }

    [Test]
    public async Task Desk_WithoutPage_IsEquippedForNobody()
    {
        await using var adapter = FhirPulls.Adapter(_vendor);

        Assert.That((await Desk(adapter).IsEquippedAsync(FhirSamples.Owner, CancellationToken.None)).Value, Is.False);
        Assert.That((await Desk(adapter).CreateLinkAsync(new CareRequest("r-1", FhirSamples.Owner, null, Regulator), CancellationToken.None)).Error?.Code, Is.EqualTo(HubErrorCode.DirectoryKeyMissing));
    }

    [Test]
    public async Task IsEquippedAsync_ByDirectory_AsksNobody()
    {
        await using var adapter = Adapter(Page);

        Assert.That((await Desk(adapter).IsEquippedAsync(FhirSamples.Owner, CancellationToken.None)).Value, Is.True);
        Assert.That((await Desk(adapter).IsEquippedAsync(OwnerKey.Create(OwnerKind.Association, "310000000000011"), CancellationToken.None)).Value, Is.False);
        Assert.That(_vendor.Requests, Is.Empty);
    }

    [TestCase("""{"resourceType":"Bundle","type":"searchset","total":2}""", true)]
    [TestCase("""{"resourceType":"Bundle","type":"searchset","total":0}""", false)]
    public async Task IsEquippedAsync_Asked_IsTheVendorsWord(string answer, bool expected)
    {
        _vendor.Json("/HealthcareService?", answer);
        await using var adapter = Adapter(Page, "ask");

        Assert.That((await Desk(adapter).IsEquippedAsync(FhirSamples.Owner, CancellationToken.None)).Value, Is.EqualTo(expected));
        Assert.That(_vendor.Requests.Single().Url, Does.StartWith("https://vendor.example/fhir/HealthcareService?active=true&service-category=").And.Contains($"practitioner.identifier=urn:oid:1.2.250.1.71.4.2.1%7C{FhirSamples.Owner}&_summary=count"));
    }

    [TestCase("""{"resourceType":"Bundle"}""")]
    [TestCase("""{"resourceType":"Bundle","total":"2"}""")]
    [TestCase("""{"resourceType":"OperationOutcome","total":2}""")]
    [TestCase("""{"total":2}""")]
    public async Task IsEquippedAsync_AnotherAnswer_IsNoWord(string answer)
    {
        _vendor.Json("/HealthcareService?", answer);
        await using var adapter = Adapter(Page, "ask");

        Assert.That((await Desk(adapter).IsEquippedAsync(FhirSamples.Owner, CancellationToken.None)).Error?.Code, Is.EqualTo(HubErrorCode.VendorMalformed));
    }

    [Test]
    public async Task IsEquippedAsync_VendorFails_IsItsFailure()
    {
        _vendor.Answer("/HealthcareService?", static () => new HttpResponseMessage(HttpStatusCode.InternalServerError));
        await using var adapter = Adapter(Page, "ask");

        Assert.That((await Desk(adapter).IsEquippedAsync(FhirSamples.Owner, CancellationToken.None)).Error?.Code, Is.EqualTo(HubErrorCode.VendorFailed));
    }

    private static ICareRequestDesk Desk(IVendorAdapter adapter) => (ICareRequestDesk)adapter;

    private IVendorAdapter Adapter(string page, string equipped = "directory") =>
        FhirPulls.Adapter(_vendor, $$"""{"careRequestPage":"{{page}}","careRequestEquipped":"{{equipped}}"}""");
}
