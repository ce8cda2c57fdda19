using System.Text.Json.Nodes;

using Sas.Interop.MockVendors.Booking;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Booking;

/// <summary>What is asked, what is refused, and what a repetition gets.</summary>
internal sealed class BookingInputTests
{
    private BookingHub _booking = null!; // Set before each test.

    [SetUp]
    public async Task StartAsync() => _booking = await BookingHub.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _booking.DisposeAsync();

    [Test]
    public async Task Book_VendorWithoutBooking_YieldsTheTelephone()
    {
        var slot = (await _booking.SlotsAsync(BookingHub.Cyd))[0];
        var answer = await _booking.BookAsync(slot);
        var again = await _booking.BookAsync($"{_booking.Hub.FhirBase}/{slot}");

        Assert.That((BookingHub.Output(answer, "outcome"), BookingHub.Output(answer, "state"), BookingHub.Output(answer, "telephone")), Is.EqualTo(("telephone", "telephone", "+33199000001")));
        Assert.That(BookingHub.Output(again, "outcome"), Is.EqualTo("telephone"), "nothing is claimed by a call");
        Assert.That((await _booking.ActsAsync()).Select(static act => (act.Kind, act.State)), Is.All.EqualTo(("Slot", "Telephone")));
    }

    [Test]
    public async Task Book_InAdditionToAvailability_YieldsTheTelephone()
    {
        var practitioner = BookingHub.Parameter("practitioner", "valueIdentifier", new JsonObject { ["system"] = "urn:oid:1.2.250.1.71.4.2.1", ["value"] = BookingHub.Ann });
        var answer = await _booking.PostAsync("book", [practitioner, BookingHub.Operator(), BookingHub.Parameter("territory", "valueString", "SAS-75")]);
        var act = (await _booking.ActsAsync()).Single();

        Assert.That((BookingHub.Output(answer, "outcome"), BookingHub.Output(answer, "telephone"), BookingHub.Output(answer, "vendor")), Is.EqualTo(("telephone", "+33199000001", (string?)null)));
        Assert.That((act.Kind, act.Owner, act.Territory, act.SlotId), Is.EqualTo(("InAddition", BookingHub.Ann, "SAS-75", (string?)null)));
    }

    [Test]
    public async Task Book_UnknownThings_AreRefused()
    {
        var slot = (await _booking.SlotsAsync(BookingHub.Ann))[0];
        var nobody = await _booking.BookAsync("Slot/899999999999-0000000000000001");
        var gone = await _booking.BookAsync($"Slot/{BookingHub.Ann}-0000000000000001");
        var stranger = await _booking.BookAsync(slot, regulator: "3000000000/1");
        var noAct = await _booking.BookHeldAsync("0123456789abcdef0123456789abcdef");

        Assert.That(((int)nobody.Status, (int)gone.Status, (int)stranger.Status, (int)noAct.Status), Is.EqualTo((404, 409, 422, 404)));
        Assert.That(gone.Issues, Has.Count.EqualTo(6));
        Assert.That((await _booking.ActsAsync()).Count + await _booking.ClaimsAsync() + _booking.Api.Calls("hold"), Is.Zero);
    }

    [TestCase("""{"resourceType":"Parameters"}""", 400)]
    [TestCase("""{"resourceType":"Appointment"}""", 400)]
    [TestCase("""{"resourceType":"Parameters","parameter":[{"name":"slot","valueReference":{"reference":"Slot/x"}},{"name":"regulator","valueIdentifier":{"system":"urn:oid:1.2.250.1.71.4.2.1","value":"1"}}]}""", 400)]
    [TestCase("""{"resourceType":"Parameters","parameter":[{"name":"slot","valueReference":{"reference":"Slot/810000000017-0000000000000001"}}]}""", 400)]
    [TestCase("""{"resourceType":"Parameters","parameter":[{"name":"slot","valueReference":{"reference":"Slot/810000000017-0000000000000001"}},{"name":"note","valueString":"x"},{"name":"regulator","valueIdentifier":{"system":"urn:oid:1.2.250.1.71.4.2.1","value":"1"}}]}""", 400)]
    [TestCase("""{"resourceType":"Parameters","parameter":[{"name":"slot","valueReference":{"reference":"Slot/810000000017-0000000000000001"}},{"name":"regulator","valueIdentifier":{"system":"urn:x","value":"1"}}]}""", 400)]
    [TestCase("""{"resourceType":"Parameters","parameter":[{"name":"slot","valueReference":{"reference":"Slot/810000000017-0000000000000001"}},{"name":"territory","valueString":"Madame X"},{"name":"regulator","valueIdentifier":{"system":"urn:oid:1.2.250.1.71.4.2.1","value":"1"}}]}""", 422)]
    [TestCase("""{"resourceType":"Parameters","parameter":[{"name":"slot","valueReference":{"reference":"Slot/810000000017-0000000000000001"}},{"name":"patient","resource":{"resourceType":"Patient","name":[{"family":"Marqueur"}]}}]}""", 422)]
    public async Task Book_WrongInput_IsRefused(string body, int status)
    {
        var answer = await _booking.Hub.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri("Appointment/$book", UriKind.Relative))
        {
            Content = new StringContent(body.Replace("Marqueur", PlantedPerson.Word, StringComparison.Ordinal), new System.Net.Http.Headers.MediaTypeHeaderValue("application/fhir+json")),
        });

        Assert.That((int)answer.Status, Is.EqualTo(status), answer.Json.GetRawText());
        Assert.That(answer.Type, Is.EqualTo("OperationOutcome"));
        Assert.That(answer.Json.GetRawText(), Does.Not.Contain(PlantedPerson.Word).And.Not.Contain("Madame"));
    }

    [Test]
    public async Task Key_SameBody_GetsTheSameAnswer()
    {
        var slots = await _booking.SlotsAsync(BookingHub.Ann);
        var first = await _booking.BookAsync(slots[0], "key-1");
        var second = await _booking.BookAsync(slots[0], "key-1");
        var held = await _booking.HoldAsync(slots[1], "key-1");
        var link = await _booking.BookAsync((await _booking.SlotsAsync(BookingHub.Bob))[0], "key-2");
        var linkAgain = await _booking.BookAsync((await _booking.SlotsAsync(BookingHub.Bob))[0], "key-2");

        Assert.That((second.Status, second.Body), Is.EqualTo((first.Status, first.Body)));
        Assert.That(linkAgain.Body, Is.EqualTo(link.Body));
        Assert.That(BookingHub.Output(held, "outcome"), Is.EqualTo("held"), "another operation has keys of its own");
        Assert.That((_booking.Api.Agenda.BookingsMade, (await _booking.ActsAsync()).Count), Is.EqualTo((1, 3)));
    }

    [Test]
    public async Task Key_OtherBodyOrForm_IsRefused()
    {
        var slots = await _booking.SlotsAsync(BookingHub.Ann);
        await _booking.BookAsync(slots[0], "key-1");
        var other = await _booking.BookAsync(slots[1], "key-1");
        var blank = await _booking.BookAsync(slots[1], "a b");
        var tooLong = await _booking.BookAsync(slots[1], new string('k', 256));

        Assert.That(((int)other.Status, (int)blank.Status, (int)tooLong.Status), Is.EqualTo((422, 400, 400)));
        Assert.That(_booking.Api.Agenda.BookingsMade, Is.EqualTo(1));
    }

    [Test]
    public async Task Key_OfARefusalBeforeAnythingWasDone_MayTryAgain()
    {
        var slots = await _booking.SlotsAsync(BookingHub.Ann);
        await _booking.HoldAsync(slots[0], "hold");
        var refused = await _booking.BookAsync(slots[0], "key-1");
        _booking.Clock.Advance(TimeSpan.FromMinutes(6));
        var taken = await _booking.BookAsync(slots[0], "key-1");

        Assert.That(((int)refused.Status, (int)taken.Status), Is.EqualTo((409, 200)));
    }

    [Test]
    public async Task Key_SixtyFourAtOnce_HaveOneEffect()
    {
        var slots = await _booking.SlotsAsync(BookingHub.Ann);
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => _booking.BookAsync(slots[0], "key-1")));
        var last = await _booking.BookAsync(slots[0], "key-1");

        Assert.That(answers.Select(static answer => (int)answer.Status).Distinct(), Is.SubsetOf(new[] { 200, 409 }));
        Assert.That(answers.Where(static answer => (int)answer.Status == 409).Select(static answer => answer.Headers.RetryAfter is not null), Is.All.True);
        Assert.That(answers.Where(static answer => (int)answer.Status == 200).Select(static answer => Convert.ToHexString(answer.Body)).Distinct().Single(), Is.EqualTo(Convert.ToHexString(last.Body)));
        Assert.That((_booking.Api.Agenda.BookingsMade, (await _booking.ActsAsync()).Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Key_OfAFailure_KeepsTheFailure()
    {
        var slots = await _booking.SlotsAsync(BookingHub.Ann);
        _booking.Api.Suffer("book", MockBookingFault.FailAfter);
        var failed = await _booking.BookAsync(slots[0], "key-1");
        _booking.Api.Suffer("book", MockBookingFault.None);
        var again = await _booking.BookAsync(slots[0], "key-1");

        Assert.That(((int)failed.Status, again.Status), Is.EqualTo((502, failed.Status)));
        Assert.That(again.Body, Is.EqualTo(failed.Body));
        Assert.That(_booking.Api.Agenda.BookingsMade, Is.EqualTo(1));
    }
}
