using System.Net;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.FhirStandard.Booking;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class BookingCallsTests : IDisposable
{
    private const string HoldAnswer =
        """{"resourceType":"Parameters","parameter":[{"name":"hold","valueString":"h-1"},{"name":"expires","valueInstant":"2026-03-10T10:05:00.000+01:00"}]}""";

    private static readonly BookingRequest Request = new(
        "key-1", FhirSamples.Owner, "v:cabinet", new DateTimeOffset(2026, 3, 10, 10, 0, 0, TimeSpan.FromHours(1)), new DateTimeOffset(2026, 3, 10, 10, 20, 0, TimeSpan.FromHours(1)))
    {
        Regulator = new RegulatorKey("urn:oid:1.2.250.1.213.3.6", "8d1c6d5e-7a0f-4a55-9c55-0a3c7c1f0001"),
    };

    private readonly ScriptedHttpHandler _vendor = new();

    public void Dispose() => _vendor.Dispose();

    [Test]
    public async Task HoldAsync_FreeSlot_TellsWhatIsWantedAndReadsTheHold()
    {
        await using var adapter = FhirPulls.Adapter(_vendor.Json("$hold", HoldAnswer));

        var hold = await Gateway(adapter).HoldAsync(Request, CancellationToken.None);

        var sent = _vendor.Requests.Single();
        Assert.That(hold.Value, Is.EqualTo(new BookingHold("h-1", new DateTimeOffset(2026, 3, 10, 9, 5, 0, TimeSpan.Zero))));
        Assert.That((sent.Method, sent.Headers["Idempotency-Key"]), Is.EqualTo(("POST", "key-1")));
        Assert.That(sent.Url, Does.EndWith("/Appointment/$hold"));
        Assert.That(sent.Body, Does.Contain($"\"value\":\"{FhirSamples.Owner}\"").And.Contain("\"valueInstant\":\"2026-03-10T10:00:00.000+01:00\"").And.Contain("8d1c6d5e").And.Contain("v:cabinet"));
    }

    [Test]
    public async Task BookAsync_OfAHold_GivesTheAppointment()
    {
        await using var adapter = FhirPulls.Adapter(_vendor.Json(
            "$book", """{"resourceType":"Parameters","parameter":[{"name":"appointment","valueIdentifier":{"system":"https://v.example/a","value":"a-1"}}]}"""));

        var booked = await Gateway(adapter).BookAsync(new BookingHold("h-1", default), CancellationToken.None);

        Assert.That(booked.Value, Is.EqualTo(new BookedAppointment("https://v.example/a", "a-1")));
        Assert.That(_vendor.Requests.Single().Body, Is.EqualTo("""{"resourceType":"Parameters","parameter":[{"name":"hold","valueString":"h-1"}]}"""));
    }

    [TestCase(404, HubErrorCode.SlotTaken)]
    [TestCase(409, HubErrorCode.SlotTaken)]
    [TestCase(410, HubErrorCode.SlotTaken)]
    [TestCase(422, HubErrorCode.BusinessRule)]
    [TestCase(400, HubErrorCode.VendorRejectedRequest)]
    [TestCase(403, HubErrorCode.VendorBlocked)]
    [TestCase(500, HubErrorCode.VendorFailed)]
    public async Task HoldAsync_Refused_TellsWhatTheVendorMeans(int status, HubErrorCode expected)
    {
        await using var adapter = FhirPulls.Adapter(_vendor.Answer("$hold", () => new HttpResponseMessage((HttpStatusCode)status)));

        Assert.That((await Gateway(adapter).HoldAsync(Request, CancellationToken.None)).Error?.Code, Is.EqualTo(expected));
    }

    [TestCase("""{"resourceType":"Parameters"}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"resourceType":"Parameters","parameter":[{"name":"hold","valueString":"h"}]}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"resourceType":"Parameters","parameter":[{"name":"hold","valueInteger":1},{"name":"expires","valueString":"soon"}]}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"resourceType":"Bundle","type":"searchset"}""", HubErrorCode.VendorMalformed)]
    [TestCase("<html></html>", HubErrorCode.VendorMalformed)]
    public async Task HoldAsync_AnswerThatIsNone_IsAFailure(string body, HubErrorCode expected)
    {
        await using var adapter = FhirPulls.Adapter(_vendor.Json("$hold", body));

        Assert.That((await Gateway(adapter).HoldAsync(Request, CancellationToken.None)).Error?.Code, Is.EqualTo(expected));
    }

    [TestCase(200, true)]
    [TestCase(204, true)]
    [TestCase(404, false)]
    [TestCase(410, false)]
    public async Task CancelAsync_ThereOrNot_IsDone(int status, bool existed)
    {
        await using var adapter = FhirPulls.Adapter(_vendor.Answer("$release", () => new HttpResponseMessage((HttpStatusCode)status)));

        var cancelled = await Gateway(adapter).CancelAsync("h-1", CancellationToken.None);

        Assert.That((cancelled.IsSuccess, cancelled.Value), Is.EqualTo((true, existed)));
    }

    [TestCase(422)]
    [TestCase(500)]
    public async Task CancelAsync_Refused_IsNotDone(int status)
    {
        await using var adapter = FhirPulls.Adapter(_vendor.Answer("$release", () => new HttpResponseMessage((HttpStatusCode)status)));

        Assert.That((await Gateway(adapter).CancelAsync("h-1", CancellationToken.None)).IsSuccess, Is.False);
    }

    private static IBookingGateway Gateway(IVendorAdapter adapter) => (IBookingGateway)adapter;
}
