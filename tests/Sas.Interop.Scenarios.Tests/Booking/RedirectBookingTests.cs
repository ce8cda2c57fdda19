using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Security;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Booking;

/// <summary>Vendors that book on their own page: a link, once; and the appointment that follows.</summary>
internal sealed class RedirectBookingTests
{
    private static readonly DateTimeOffset First = BookingHub.Hours(24)[0];
    private BookingHub _booking = null!; // Set before each test.

    [SetUp]
    public async Task StartAsync() => _booking = await BookingHub.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _booking.DisposeAsync();

    [Test]
    public async Task Link_Followed_LeadsOnceToTheVendorWithOrigin()
    {
        var (id, link) = await LinkAsync();
        using var head = await BookingHub.FollowAsync(link, HttpMethod.Head);
        using var first = await BookingHub.FollowAsync(link);
        using var second = await BookingHub.FollowAsync(link);
        using var headAfter = await BookingHub.FollowAsync(link, HttpMethod.Head);

        Assert.That(link, Does.StartWith($"{_booking.Hub.Root.GetLeftPart(UriPartial.Authority)}/redirect/"));
        Assert.That(((int)head.StatusCode, (int)first.StatusCode, (int)second.StatusCode, (int)headAfter.StatusCode), Is.EqualTo((204, 303, 410, 410)));
        Assert.That(first.Headers.Location?.OriginalString, Is.EqualTo("https://vendor.example/rdv?via=sas&origin=sas"));
        Assert.That((first.Headers.CacheControl?.NoStore, first.Headers.GetValues("Referrer-Policy").Single()), Is.EqualTo(((bool?)true, "no-referrer")));
        var page = await second.Content.ReadAsStringAsync();
        Assert.That(page, Does.Contain("<html lang=\"fr\">"));
        PagePolicyAssert.OwnStyleAlone(page, second.Headers.GetValues("Content-Security-Policy").Single());
        Assert.That(await _booking.PathAsync(id), Is.EqualTo("Claimed Linked Redirected"));
    }

    [Test]
    public async Task Link_HostTakenFromTheVendorMeanwhile_LeadsNobodyThereAndIsNotUsedUp()
    {
        var (id, link) = await LinkAsync();
        var catalog = _booking.Hub.Resolve<VendorCatalog>();
        var before = catalog.Current;
        catalog.Swap(before.ToDictionary(static vendor => vendor.Key, static vendor => vendor.Value with { BookingPages = BookingRule.Of("rdv.web.example") }));
        using var refused = await BookingHub.FollowAsync(link);
        catalog.Swap(before);
        using var first = await BookingHub.FollowAsync(link);

        Assert.That(((int)refused.StatusCode, refused.Headers.Location), Is.EqualTo((410, (Uri?)null)));
        Assert.That((int)first.StatusCode, Is.EqualTo(303));
        Assert.That(await _booking.PathAsync(id), Is.EqualTo("Claimed Linked Redirected"));
    }

    [Test]
    public async Task Book_PageThatTheVendorMayNotLeadTo_GivesTheTelephone()
    {
        var slot = (await _booking.SlotsAsync(BookingHub.Bob))[0];
        var catalog = _booking.Hub.Resolve<VendorCatalog>();
        catalog.Swap(catalog.Current.ToDictionary(static vendor => vendor.Key, static vendor => vendor.Value with { BookingPages = BookingRule.Of("rdv.web.example") }));

        Assert.That(BookingHub.Output(await _booking.BookAsync(slot), "outcome"), Is.EqualTo("telephone"));
    }

    [Test]
    public async Task Link_TwentyBrowsersAtOnce_OneGoesOn()
    {
        var (_, link) = await LinkAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => BookingHub.FollowAsync(link)));

        Assert.That(answers.Count(static answer => (int)answer.StatusCode == 303), Is.EqualTo(1));
        Assert.That(answers.Count(static answer => (int)answer.StatusCode == 410), Is.EqualTo(19));
    }

    [Test]
    public async Task Link_TamperedWith_IsUnknown()
    {
        var (_, link) = await LinkAsync();
        for (var at = link.LastIndexOf('/') + 1; at < link.Length; at += 7)
        {
            using var answer = await BookingHub.FollowAsync($"{link[..at]}{(link[at] == 'A' ? 'B' : 'A')}{link[(at + 1)..]}");
            Assert.That((int)answer.StatusCode, Is.EqualTo(404), link[at..]);
        }

        using var fhir = await BookingHub.FollowAsync(link + "x", accept: "application/fhir+json");
        Assert.That(((int)fhir.StatusCode, fhir.Content.Headers.ContentType?.MediaType), Is.EqualTo((404, "application/fhir+json")));
        using var good = await BookingHub.FollowAsync(link);
        Assert.That((int)good.StatusCode, Is.EqualTo(303));
    }

    [Test]
    public async Task Link_NotFollowedInTime_ExpiresAndFreesTheSlot()
    {
        var (id, link) = await LinkAsync();
        Assert.That((int)(await _booking.BookAsync((await _booking.SlotsAsync(BookingHub.Bob))[0])).Status, Is.EqualTo(409));
        _booking.Clock.Advance(TimeSpan.FromMinutes(11));
        await _booking.BecomesAsync(id, OrientationState.Expired);
        using var late = await BookingHub.FollowAsync(link);

        Assert.That(((int)late.StatusCode, await _booking.ClaimsAsync()), Is.EqualTo((410, 0)));
        Assert.That(BookingHub.Output(await _booking.BookAsync((await _booking.SlotsAsync(BookingHub.Bob))[0]), "outcome"), Is.EqualTo("link"));
    }

    [Test]
    public async Task Appointment_AfterTheLink_IsFollowedThroughItsLife()
    {
        var (id, link) = await LinkAsync();
        using var _ = await BookingHub.FollowAsync(link);
        foreach (var (status, state) in new[] { ("booked", "Booked"), ("booked", "Booked"), ("fulfilled", "Fulfilled"), ("cancelled", "Cancelled"), ("noshow", "NoShow") })
        {
            Assert.That((int)(await _booking.NoticeAsync("web", "a-1", BookingHub.Bob, First, status)).Status, Is.LessThan(300));
            Assert.That((await _booking.ActAsync(id))?.State, Is.EqualTo(state));
        }

        Assert.That(await _booking.PathAsync(id), Is.EqualTo("Claimed Linked Redirected Booked Fulfilled Cancelled NoShow"));
        Assert.That((await _booking.ActAsync(id))?.AppointmentId, Is.Not.Null);
    }

    [Test]
    public async Task Appointment_SameStart_GoesBeforeTheLatest()
    {
        var slots = await _booking.SlotsAsync(BookingHub.Bob);
        var first = BookingHub.Output(await _booking.BookAsync(slots[0]), "orientation");
        var second = BookingHub.Output(await _booking.BookAsync(slots[1]), "orientation");
        await _booking.NoticeAsync("web", "a-1", BookingHub.Bob, First);
        await _booking.NoticeAsync("web", "a-2", BookingHub.Bob, First.AddHours(5));

        Assert.That(((await _booking.ActAsync(first))?.State, (await _booking.ActAsync(second))?.State), Is.EqualTo(("Booked", "Booked")));
        Assert.That((await _booking.ActAsync(first))?.AppointmentId, Is.Not.EqualTo((await _booking.ActAsync(second))?.AppointmentId));
        Assert.That(await _booking.ClaimsAsync(), Is.EqualTo(1), "the second was made at another time, so its slot is free again");
    }

    [Test]
    public async Task Appointment_OfAnotherVendorOrLongAfter_IsNotTakenForIt()
    {
        var (id, link) = await LinkAsync();
        await _booking.NoticeAsync("api", "x-1", BookingHub.Bob, First, system: "https://api.example/appointments");
        Assert.That((await _booking.ActAsync(id))?.State, Is.EqualTo("Linked"));

        using var _ = await BookingHub.FollowAsync(link);
        _booking.Clock.Advance(TimeSpan.FromHours(4.1));
        await _booking.BecomesAsync(id, OrientationState.Expired);
        await _booking.NoticeAsync("web", "a-0", BookingHub.Bob, First);
        Assert.That((await _booking.ActAsync(id))?.State, Is.EqualTo("Booked"), "what expired a moment ago may still be meant");

        var next = BookingHub.Output(await _booking.BookAsync((await _booking.SlotsAsync(BookingHub.Bob))[^1]), "orientation");
        _booking.Clock.Advance(TimeSpan.FromMinutes(20));
        await _booking.BecomesAsync(next, OrientationState.Expired);
        _booking.Clock.Advance(TimeSpan.FromHours(5));
        await _booking.NoticeAsync("web", "a-9", BookingHub.Bob, First.AddHours(2));
        Assert.That((await _booking.ActAsync(next))?.State, Is.EqualTo("Expired"));
    }

    private async Task<(string Id, string Link)> LinkAsync()
    {
        var answer = await _booking.BookAsync((await _booking.SlotsAsync(BookingHub.Bob))[0]);
        Assert.That(BookingHub.Output(answer, "outcome"), Is.EqualTo("link"), answer.Json.GetRawText());
        return (BookingHub.Output(answer, "orientation") ?? string.Empty, BookingHub.Output(answer, "link") ?? string.Empty);
    }
}
