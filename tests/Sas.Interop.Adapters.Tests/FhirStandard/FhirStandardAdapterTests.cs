using Sas.Interop.Adapters.FhirStandard;
using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Adapters.Tests.FhirStandard;

[TestFixture]
internal sealed class FhirStandardAdapterTests : AdapterContract
{
    protected override IVendorAdapterFactory Factory { get; } = new FhirStandardAdapterFactory();

    protected override PullTarget Target { get; } = new() { Owner = FhirSamples.Owner };

    protected override IReadOnlyList<(string PathContains, string Json)> GoodAnswers { get; } =
        [("/Slot?", FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), FhirSamples.Slot("b", "s1", 5), .. FhirSamples.Agenda()]))];

    [TestCase("""{"flow": "INT_R02"}""")]
    [TestCase("""{"flow": null}""")]
    [TestCase("""{"accept": ""}""")]
    [TestCase("""{"accept": "text/plain\r\nX-Other: 1"}""")]
    [TestCase("""{"count": 0}""")]
    [TestCase("""{"count": 10001}""")]
    [TestCase("""{"maxPages": 0}""")]
    [TestCase("""{"maxPages": 101}""")]
    [TestCase("""{"maxPages": "many"}""")]
    [TestCase("""{"careRequestPage": "https://vendor.example/requests"}""")]
    [TestCase("""{"careRequestPage": "https://vendor.example/{practitioner}/{patient}"}""")]
    [TestCase("""{"careRequestPage": "https://{practitioner}.vendor.example/"}""")]
    [TestCase("""{"careRequestPage": "https://user@vendor.example/{practitioner}"}""")]
    [TestCase("""{"careRequestPage": "javascript:alert({practitioner})"}""")]
    [TestCase("""{"careRequestPage": "/requests/{practitioner}"}""")]
    [TestCase("""{"careRequestPage": ""}""")]
    [TestCase("""{"careRequestEquipped": "everybody"}""")]
    [TestCase("""{"careRequestEquipped": null}""")]
    public void Validate_OptionOutOfBounds_IsAFault(string options) => Assert.That(Validate(options), Is.Not.Empty);

    [Test]
    public void Validate_EveryOption_IsAccepted() =>
        Assert.That(Validate("""{"flow": "INT_R01", "accept": "application/fhir+json", "count": 1000, "maxPages": 3, "careRequestPage": "https://vendor.example/{practitioner}?p={place}&r={request}", "careRequestEquipped": "ask"}"""), Is.Empty);

    [Test]
    public async Task TargetsPerPull_IsTheBoundOfTheContract()
    {
        await using var adapter = FhirPulls.Adapter(new HttpClientHandler());

        Assert.That(((ISlotSource)adapter).TargetsPerPull, Is.EqualTo(25));
        Assert.That(adapter.Dialect, Is.EqualTo("sas-fhir"));
        Assert.That(adapter, Is.InstanceOf<ISlotPushParser>());
    }

    private IReadOnlyList<OptionFault> Validate(string options)
    {
        using var parsed = System.Text.Json.JsonDocument.Parse(options);
        return Factory.Validate(parsed.RootElement);
    }
}
