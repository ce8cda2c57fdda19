using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.MockVendors.Booking;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Booking;

/// <summary>Vendors that book by interface: hold, book, and take back what failed.</summary>
internal sealed class ApiBookingTests
{
    private BookingHub _booking = null!; // Set before each test.

    [SetUp]
    public async Task StartAsync() => _booking = await BookingHub.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _booking.DisposeAsync();

    [Test]
    public async Task Book_FreeSlot_IsBookedAndLeavesTheSearch()
    {
        var slots = await _booking.SlotsAsync(BookingHub.Ann);
        var answer = await _booking.BookAsync(slots[0]);
        var id = BookingHub.Output(answer, "orientation");
        var act = await _booking.ActAsync(id);

        Assert.That((int)answer.Status, Is.EqualTo(200), answer.Json.GetRawText());
        Assert.That((BookingHub.Output(answer, "outcome"), BookingHub.Output(answer, "state"), BookingHub.Output(answer, "vendor")), Is.EqualTo(("booked", "booked", "api")));
        Assert.That(BookingHub.Output(answer, "appointment"), Is.EqualTo(_booking.Api.Agenda.Bookings.Single().Appointment));
        Assert.That(await _booking.SlotsAsync(BookingHub.Ann), Is.EqualTo(slots.Skip(1)));
        Assert.That(await _booking.PathAsync(id), Is.EqualTo("Claimed Holding Held Booking Booked"));
        Assert.That((act?.Kind, act?.PostalCode, act?.RegulatorValue), Is.EqualTo(("Slot", "75001", BookingHub.Regulator)));
        Assert.That(_booking.Api.Agenda.Accounts, Is.EqualTo(2));
    }

    [Test]
    public async Task Hold_ThenBook_BooksTheSameHold()
    {
        var slots = await _booking.SlotsAsync(BookingHub.Ann);
        var held = await _booking.HoldAsync(slots[0]);
        var id = BookingHub.Output(held, "orientation") ?? string.Empty;
        var other = await _booking.BookAsync(slots[0]);
        var foreign = await _booking.BookHeldAsync(id, regulator: BookingHub.OtherRegulator);
        var booked = await _booking.BookHeldAsync(id);
        var again = await _booking.BookHeldAsync(id);

        Assert.That((BookingHub.Output(held, "outcome"), BookingHub.Output(held, "expires") is not null), Is.EqualTo(("held", true)));
        Assert.That(((int)other.Status, (int)foreign.Status), Is.EqualTo((409, 422)));
        Assert.That(BookingHub.Output(booked, "appointment"), Is.Not.Null.And.EqualTo(BookingHub.Output(again, "appointment")));
        Assert.That((_booking.Api.Calls("hold"), _booking.Api.Calls("book")), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Hold_NotBookedInTime_Expires()
    {
        var slots = await _booking.SlotsAsync(BookingHub.Ann);
        var id = BookingHub.Output(await _booking.HoldAsync(slots[0]), "orientation") ?? string.Empty;
        _booking.Clock.Advance(TimeSpan.FromMinutes(6));
        await _booking.BecomesAsync(id, OrientationState.Expired);

        Assert.That((int)(await _booking.BookHeldAsync(id)).Status, Is.EqualTo(410));
        Assert.That(BookingHub.Output(await _booking.BookAsync(slots[0]), "outcome"), Is.EqualTo("booked"));
        Assert.That(_booking.Api.Agenda.BookingsMade, Is.EqualTo(1));
    }

    [Test]
    public async Task Book_TenOperatorsAtOnce_OneWinsAndNineLearnTheNextSlots()
    {
        var slots = await _booking.SlotsAsync(BookingHub.Ann);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _booking.BookAsync(slots[2])));
        var lost = answers.Where(static answer => (int)answer.Status == 409).ToList();

        Assert.That(answers.Count(static answer => (int)answer.Status == 200), Is.EqualTo(1));
        Assert.That(lost, Has.Count.EqualTo(9));
        Assert.That(_booking.Api.Agenda.BookingsMade, Is.EqualTo(1));
        foreach (var answer in lost)
        {
            var hints = answer.Issues.Skip(1).ToList();
            Assert.That(hints, Has.Count.EqualTo(5));
            Assert.That(answer.Issues[0].Text("code"), Is.EqualTo("conflict"));
            Assert.That(hints.Select(static issue => issue.At("details")?.Items("coding").Codes().Single()), Is.All.EqualTo("next-slot"));
            Assert.That(hints.Select(static issue => issue.Text("diagnostics")), Is.SubsetOf(slots));
            Assert.That(hints.Select(static issue => issue.At("details")?.Text("text")), Is.Ordered);
        }
    }

    [Test]
    public async Task Book_SlotThatTheVendorLost_IsRefusedAndFreesTheClaim()
    {
        var slots = await _booking.SlotsAsync(BookingHub.Ann);
        _booking.Clock.Advance(TimeSpan.FromMinutes(1));
        _booking.Api.Agenda.Lose(BookingHub.Ann, BookingHub.Hours(24)[0]);
        var answer = await _booking.BookAsync(slots[0]);

        Assert.That((int)answer.Status, Is.EqualTo(409));
        Assert.That(answer.Issues.Skip(1).Select(static issue => issue.Text("diagnostics")), Is.EqualTo(slots.Skip(1).Take(5)));
        Assert.That((await _booking.ClaimsAsync(), _booking.Api.Calls("hold")), Is.EqualTo((0, 0)));
        Assert.That(await _booking.PathAsync((await _booking.ActsAsync()).Single().Id), Is.EqualTo("Claimed Refused"));
    }

    [Test]
    public async Task Book_VendorSaysTaken_IsRefusedWithNextSlots()
    {
        var slots = await _booking.SlotsAsync(BookingHub.Ann);
        _booking.Api.Agenda.Lose(BookingHub.Ann, BookingHub.Hours(24)[0]);
        var answer = await _booking.BookAsync(slots[0]);

        Assert.That(((int)answer.Status, _booking.Api.Calls("hold"), await _booking.ClaimsAsync()), Is.EqualTo((409, 1, 0)));
        Assert.That(await _booking.PathAsync((await _booking.ActsAsync()).Single().Id), Is.EqualTo("Claimed Holding Refused"));
    }

    [TestCase("hold", MockBookingFault.FailBefore)]
    [TestCase("hold", MockBookingFault.FailAfter)]
    [TestCase("hold", MockBookingFault.CutAfter)]
    [TestCase("hold", MockBookingFault.HangAfterEffect)]
    [TestCase("book", MockBookingFault.FailBefore)]
    [TestCase("book", MockBookingFault.FailAfter)]
    [TestCase("book", MockBookingFault.CutAfter)]
    [TestCase("book", MockBookingFault.Hang)]
    public async Task Book_VendorFails_EverythingIsTakenBack(string operation, MockBookingFault fault)
    {
        var slots = await _booking.SlotsAsync(BookingHub.Ann);
        _booking.Api.Suffer(operation, fault);
        var answer = await _booking.BookAsync(slots[0]);
        _booking.Api.Suffer(operation, MockBookingFault.None);
        var act = (await _booking.ActsAsync()).Single();
        await _booking.BecomesAsync(act.Id, OrientationState.Failed);

        Assert.That((int)answer.Status, Is.EqualTo(502).Or.EqualTo(504));
        Assert.That(answer.Issues.Select(static issue => issue.At("details")?.Text("text")), Does.Contain("+33199000001"));
        Assert.That((_booking.Api.Agenda.Holds.Count, await _booking.ClaimsAsync()), Is.EqualTo((0, 0)));
        Assert.That(await _booking.PathAsync(act.Id), Does.EndWith("Compensating Failed"));
        await Eventually.TrueAsync(async () => (int)(await _booking.BookAsync(slots[0])).Status == 200, "the slot to be bookable again");
        Assert.That(_booking.Api.Agenda.Bookings, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Book_VendorStaysDown_IsTakenBackWhenItComesBack()
    {
        var slots = await _booking.SlotsAsync(BookingHub.Ann);
        _booking.Api.Suffer("book", MockBookingFault.FailAfter);
        _booking.Api.Suffer("release", MockBookingFault.FailBefore);
        await _booking.BookAsync(slots[0]);
        await Eventually.TrueAsync(() => _booking.Api.Calls("release") > 0, "an attempt to take back");
        Assert.That((await _booking.ActsAsync()).Single().State, Is.EqualTo(nameof(OrientationState.Compensating)));
        Assert.That((int)(await _booking.BookAsync(slots[0])).Status, Is.EqualTo(409));

        _booking.Api.Suffer("release", MockBookingFault.None);
        _booking.Clock.Advance(TimeSpan.FromMinutes(2));
        await _booking.BecomesAsync((await _booking.ActsAsync())[0].Id, OrientationState.Failed);
        Assert.That(_booking.Api.Agenda.Bookings, Is.Empty);
    }

    [Test]
    public async Task Book_VendorNeverComesBack_IsGivenUpAfterABoundedTime()
    {
        var slots = await _booking.SlotsAsync(BookingHub.Ann);
        _booking.Api.Suffer("book", MockBookingFault.FailBefore);
        _booking.Api.Suffer("release", MockBookingFault.FailBefore);
        await _booking.BookAsync(slots[0]);
        _booking.Clock.Advance(TimeSpan.FromHours(2));
        await _booking.BecomesAsync((await _booking.ActsAsync())[0].Id, OrientationState.Failed);

        Assert.That(await _booking.ClaimsAsync(), Is.Zero);
    }
}
