using Sas.Interop.Durability.Killing;
using Sas.Interop.Durability.Tracks;
using Sas.Interop.Durability.Wire;

namespace Sas.Interop.Durability.Writing;

/// <summary>
/// One appointment as a counter that many clients increase at once: each reads it and writes the next number on the condition that nobody was faster (<c>If-Match</c>).
/// Each acknowledged increase counts exactly once. Thread-safe.
/// </summary>
internal sealed class CounterTrack(AppointmentAbout about, string vendor, Ledger ledger)
{
    private int _increased;

    /// <summary>Makes it with number 1, with as many others at once as like; nobody makes a second one.</summary>
    public async Task CreateAsync(HubCalls hub)
    {
        var reply = await hub.SendAsync(Put(1) with { IfMatch = null });
        if (reply.Status is not (200 or 201) || reply.Version != 1)
        {
            ledger.Fault(FaultKind.Doubled, $"the same create of {about.Value} was answered {reply} with version {reply.Version}");
        }
    }

    public async Task<bool> IncreaseAsync(HubCalls hub)
    {
        var (number, version) = await ReadAsync(hub);
        var reply = await hub.SendAsync(Put(number + 1) with { IfMatch = version });
        switch (reply.Status)
        {
            case 200:
                Interlocked.Increment(ref _increased);
                ledger.Acknowledge("increase");
                return true;
            case 412:
                ledger.Count("increase refused with 412");
                return false;
            case 503:
                ledger.Count("503");
                ledger.Fault(FaultKind.Answer, "a write was answered 503 although nothing is wrong with the database");
                return false;
            default:
                ledger.Fault(FaultKind.Answer, $"increase of {about.Value}: {reply}");
                return false;
        }
    }

    public async Task CheckAsync(HubCalls hub)
    {
        var (number, version) = await ReadAsync(hub);
        var wanted = 1 + Volatile.Read(ref _increased);
        if (number != wanted || version != wanted)
        {
            ledger.Fault(number < wanted ? FaultKind.Lost : FaultKind.Doubled, $"{about.Value} was increased to {wanted} and says {number} in version {version}");
        }
    }

    private async Task<(int Number, int Version)> ReadAsync(HubCalls hub)
    {
        var reply = await hub.SendAsync(Call.Get(about.Criterion));
        var found = AppointmentState.In(reply.Json).ToList();
        if (found.Count != 1)
        {
            ledger.Fault(FaultKind.Doubled, $"{about.Value} is {found.Count} resources");
        }

        return (AppointmentState.Number(about, found[0]), AppointmentState.Version(found[0]));
    }

    private Call Put(int number) => new(HttpMethod.Put, about.Criterion) { Body = Samples.Appointment(about, number, "booked"), Vendor = vendor };
}
