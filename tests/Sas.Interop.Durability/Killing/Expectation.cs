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
        if (reply.Status != 200)
        {
            ledger.Fault(FaultKind.Lost, $"orientation {Orientation}: {reply}");
            return;
        }

        var state = reply.Json.GetProperty("orientation").GetProperty("state").GetString() ?? string.Empty;
        if (!States.Contains(state))
        {
            ledger.Fault(FaultKind.Answer, $"orientation {Orientation} at {Vendor} is {state}, and the vendor's last acknowledged notice is number {Notices.Acknowledged}");
        }

        var steps = reply.Json.GetProperty("transitions").EnumerateArray().Select(static step => (Number: step.GetProperty("number").GetInt32(), To: step.GetProperty("to").GetString())).ToList();
        if (steps.Count == 0 || steps[^1].To != state || !steps.Select(static step => step.Number).SequenceEqual(Enumerable.Range(1, steps.Count)))
        {
            ledger.Fault(FaultKind.Version, $"orientation {Orientation} is {state} after the steps {string.Join(' ', steps)}");
        }
    }

    /// <summary>A notice that is in doubt may have been kept.</summary>
    private string[] States => (Notices.Acknowledged > 0, Vendor) switch
    {
        (true, _) or (_, Vendors.Api) => ["Booked", "Fulfilled"],
        _ => ["Redirected", "Expired"],
    };
}
