using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

using Sas.Interop.Scenarios.Tests.Push;

namespace Sas.Interop.Scenarios.Tests.Appointments;

/// <summary>A booked slot leaves the searches at once, whatever its vendor goes on to say, and comes back after a cancellation.</summary>
[Parallelizable]
internal sealed class FilledSlotTests
{
    private PushHub _hub = null!; // Set before any test runs.

    [OneTimeSetUp]
    public async Task StartAsync() => _hub = await AppointmentsFixture.HubAsync();

    [Test]
    public async Task Put_Booked_TakesTheSlotAndCancelledGivesItBack()
    {
        var agenda = _hub.NewAgenda();
        var (nine, ten) = (_hub.At(1, 9), _hub.At(1, 10));
        await _hub.PushAsync(agenda.With(nine, ten));
        var appointment = Booked(agenda.National, nine);

        var booked = await SendAsync(appointment);
        var atOnce = await _hub.StartsAsync(agenda.National);
        await _hub.PushAsync(agenda.With(nine, ten));
        var toldAgain = await _hub.StartsAsync(agenda.National);
        appointment["status"] = "cancelled";
        await SendAsync(appointment);
        await _hub.PushAsync(agenda.With(nine, ten));
        var givenBack = await _hub.StartsAsync(agenda.National);

        Assert.That(booked, Is.EqualTo(HttpStatusCode.Created));
        Assert.That((atOnce, toldAgain, givenBack), Is.EqualTo((new[] { ten }, new[] { ten }, new[] { nine, ten })));
    }

    [Test]
    public async Task Put_MovedToAnotherTime_TakesTheNewSlot()
    {
        var agenda = _hub.NewAgenda();
        var (nine, ten) = (_hub.At(1, 9), _hub.At(1, 10));
        await _hub.PushAsync(agenda.With(nine, ten));
        var appointment = Booked(agenda.National, nine);
        await SendAsync(appointment);
        (appointment["start"], appointment["end"]) = (Text(ten), Text(ten.AddMinutes(20)));

        await SendAsync(appointment);
        await _hub.PushAsync(agenda.With(nine, ten));

        Assert.That(await _hub.StartsAsync(agenda.National), Is.EqualTo(new[] { nine }));
    }

    [Test]
    public async Task Put_TwoOfOneSlot_GiveItBackTogether()
    {
        var agenda = _hub.NewAgenda();
        var nine = _hub.At(1, 9);
        var (one, other) = (Booked(agenda.National, nine), Booked(agenda.National, nine));
        await SendAsync(one);
        await SendAsync(other);
        one["status"] = "cancelled";
        await SendAsync(one);
        await _hub.PushAsync(agenda.With(nine));
        var still = await _hub.StartsAsync(agenda.National);
        other["status"] = "noshow";
        await SendAsync(other);
        await _hub.PushAsync(agenda.With(nine));

        Assert.That((still, await _hub.StartsAsync(agenda.National)), Is.EqualTo((Array.Empty<DateTimeOffset>(), new[] { nine })));
    }

    private async Task<HttpStatusCode> SendAsync(JsonObject appointment) => (await new AppointmentCalls(_hub).PutAsync(appointment)).Status;

    private static JsonObject Booked(string practitioner, DateTimeOffset start)
    {
        var told = AppointmentCalls.New();
        told["participant"]![0]!["actor"]!["identifier"]!["value"] = practitioner; // The sample has one.
        (told["start"], told["end"]) = (Text(start), Text(start.AddMinutes(20)));
        return told;
    }

    private static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
