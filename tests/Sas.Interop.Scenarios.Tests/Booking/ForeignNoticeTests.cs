using System.Net;

using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Scenarios.Tests.Booking;

/// <summary>A vendor that guesses the identifier of another's appointment moves nothing of that other one.</summary>
internal sealed class ForeignNoticeTests
{
    [Test]
    public async Task Put_IdentifierOfAnothersAct_LeavesTheActAndTheSlot()
    {
        await using var sut = await BookingHub.StartAsync();
        var slots = await sut.SlotsAsync(BookingHub.Ann);
        var booked = await sut.BookAsync(slots[0]);
        var act = await sut.ActAsync(BookingHub.Output(booked, "orientation"));
        Assert.That((act?.State, act?.AppointmentId), Is.EqualTo((nameof(OrientationState.Booked), (string?)null)));

        var notice = await sut.NoticeAsync("web", act?.AppointmentValue ?? string.Empty, BookingHub.Ann, act?.SlotStart ?? default, "cancelled", act?.AppointmentSystem ?? string.Empty);

        Assert.That(notice.Status, Is.EqualTo(HttpStatusCode.Created), "The system is of nobody yet, so it is the first sender's.");
        var after = await sut.ActAsync(act?.Id);
        Assert.That((after?.State, after?.Version, after?.AppointmentId), Is.EqualTo((act?.State, act?.Version, (string?)null)));
        Assert.That(await sut.SlotsAsync(BookingHub.Ann), Does.Not.Contain(slots[0]).And.Count.EqualTo(slots.Count - 1));
    }
}
