using Sas.Interop.Durability.Tracks;
using Sas.Interop.Durability.Wire;
using Sas.Interop.Durability.World;

namespace Sas.Interop.Durability.Killing;

/// <summary>An act whose appointment exists: the hub must know, by its own booking or by the vendor's notice.</summary>
/// <param name="Orientation">The hub's id of the act.</param>
/// <param name="Notices">What the vendor tells of the appointment.</param>
/// <param name="Vendor">The vendor.</param>
internal sealed record Expectation(string Orientation, AppointmentTrack Notices, string Vendor)
{
    public async Task CheckAsync(HubCalls hub, Ledger ledger)
    {
        var reply = await hub.SendAsync(Call.Get($"v1/orientations/{Orientation}"));
        var state = reply.Status == 200 ? reply.Json.GetProperty("state").GetString() : reply.ToString();
        var told = Notices.Acknowledged > 0;
        if (reply.Status != 200)
        {
            ledger.Fault(FaultKind.Lost, $"orientation {Orientation}: {reply}");
        }
        else if (!((told && state is "Booked" or "Fulfilled") || (Vendor == Vendors.Api && state == "Booked") || (!told && Vendor == Vendors.Page && state is "Redirected" or "Expired")))
        {
            ledger.Fault(FaultKind.Answer, $"orientation {Orientation} at {Vendor} is {state}, and the vendor's last acknowledged notice is number {Notices.Acknowledged}");
        }
    }
}
