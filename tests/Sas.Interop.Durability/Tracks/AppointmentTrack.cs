using System.Text.Json;

using Sas.Interop.Durability.Killing;
using Sas.Interop.Durability.Wire;

namespace Sas.Interop.Durability.Tracks;

/// <summary>
/// The notices of one appointment (INT_R03). The state number n is the n-th content, so the hub's version must be n as well: a content that was lost leaves it behind, one that
/// was applied twice puts it ahead.
/// </summary>
internal sealed class AppointmentTrack(AppointmentAbout about, string vendor, Ledger ledger) : ITrack
{
    /// <summary>Versions after which an appointment is left in peace; its history fits one page.</summary>
    private const int MostVersions = 20;
    private const string Booked = "booked";
    private readonly List<string> _statuses = [Booked];
    private Sent? _doubt;

    public bool IsDone { get; private set; }

    public bool IsInDoubt => _doubt is not null;

    /// <summary>The last number that was acknowledged; 0 before the first.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>The hub's id; null until an answer told it.</summary>
    public string? Id { get; private set; }

    public Task StepAsync(HubCalls hub, Random random) => SendAsync(hub, _doubt ?? Next(random));

    public async Task SettleAsync(HubCalls hub)
    {
        if (_doubt is { } sent)
        {
            // The create whose answer was lost is replayed as a PUT (CONTRACT §4.3), and every PUT as it was.
            await SendAsync(hub, sent with { Call = Put(sent.Number) });
        }
    }

    public async Task CheckAsync(HubCalls hub)
    {
        var found = await hub.SendAsync(Call.Get(about.Criterion));
        if (found.Status != 200)
        {
            ledger.Fault(found.IsInDoubt ? FaultKind.Answer : FaultKind.Lost, $"search of {about.Value}: {found}");
            return;
        }

        var resources = AppointmentState.In(found.Json).ToList();
        if (resources.Count > 1)
        {
            ledger.Fault(FaultKind.Doubled, $"{about.Value} is {resources.Count} resources");
        }
        else if (resources.Count == 0)
        {
            if (Acknowledged > 0)
            {
                ledger.Fault(FaultKind.Lost, $"{about.Value} was acknowledged up to {Acknowledged} and is not there");
            }
        }
        else
        {
            Compare(resources[0]);
            await CheckHistoryAsync(hub, resources[0].GetProperty("id").GetString() ?? string.Empty, AppointmentState.Number(about, resources[0]));
        }
    }

    private void Compare(JsonElement resource)
    {
        var (number, version) = (AppointmentState.Number(about, resource), AppointmentState.Version(resource));
        if (number < Acknowledged)
        {
            ledger.Fault(FaultKind.Lost, $"{about.Value} was acknowledged up to {Acknowledged} and says {number}");
        }
        else if (number > Acknowledged && number != _doubt?.Number)
        {
            ledger.Fault(FaultKind.Answer, $"{about.Value} says {number}, which nobody wrote after {Acknowledged}");
        }

        if (version != number)
        {
            ledger.Fault(version > number ? FaultKind.Doubled : FaultKind.Version, $"{about.Value} says {number} in version {version}");
        }

        if (resource.GetProperty("status").GetString() != _statuses[Math.Min(number, _statuses.Count - 1)])
        {
            ledger.Fault(FaultKind.Answer, $"{about.Value} has another status than was written with {number}");
        }
    }

    private async Task CheckHistoryAsync(HubCalls hub, string id, int last)
    {
        var history = await hub.SendAsync(Call.Get($"fhir/Appointment/{id}/_history"));
        var numbers = history.Status == 200 ? AppointmentState.In(history.Json).Select(resource => (AppointmentState.Version(resource), AppointmentState.Number(about, resource))).ToList() : [];
        if (!numbers.SequenceEqual(Enumerable.Range(1, last).Reverse().Select(static number => (number, number))))
        {
            ledger.Fault(FaultKind.Version, $"history of {about.Value} is {history.Status} {string.Join(' ', numbers)} and should count down from {last}");
        }
    }

    private Sent Next(Random random)
    {
        var roll = random.Next(100);
        if (Acknowledged == 0)
        {
            return roll < 60 ? new Sent(1, new Call(HttpMethod.Post, "fhir/Appointment") { Body = Body(1), Vendor = vendor }, "create") : new Sent(1, Put(1), "create");
        }

        if (roll < 12)
        {
            return new Sent(Acknowledged, Put(Acknowledged), "repeat");
        }

        if (roll < 18)
        {
            return new Sent(Acknowledged, new Call(HttpMethod.Post, "fhir/Appointment") { Body = Body(Acknowledged), Vendor = vendor }, "repeat");
        }

        if (roll < 32 && Acknowledged > 1)
        {
            var late = 1 + random.Next(Acknowledged - 1);
            return new Sent(Acknowledged, Put(late), "late");
        }

        var number = Acknowledged + 1;
        _statuses.Add(roll < 40 || number >= MostVersions ? "cancelled" : Booked);
        return new Sent(number, Put(number), roll < 40 ? "cancel" : "update");
    }

    private async Task SendAsync(HubCalls hub, Sent sent)
    {
        if (sent.Number == _statuses.Count)
        {
            _statuses.Add(Booked);
        }

        _doubt = sent;
        var reply = await hub.SendAsync(sent.Call);
        if (reply.IsInDoubt)
        {
            ledger.Count("503");
            return;
        }

        _doubt = null;
        if (reply.Status is not (200 or 201))
        {
            ledger.Fault(FaultKind.Answer, $"{sent.What} {sent.Number} of {about.Value}: {reply}");
            IsDone = true;
            return;
        }

        if (reply.Version is { } version && version != sent.Number)
        {
            ledger.Fault(version > sent.Number ? FaultKind.Doubled : FaultKind.Version, $"{sent.What} {sent.Number} of {about.Value} was answered with version {version}");
        }

        Acknowledged = sent.Number;
        Id ??= reply.Location?.Split("/_history")[0].Split('/')[^1];
        IsDone = _statuses[sent.Number] == "cancelled" && sent.Call.Method == HttpMethod.Put;
        ledger.Acknowledge(sent.What);
    }

    private Call Put(int number) => new(HttpMethod.Put, about.Criterion) { Body = Body(number), Vendor = vendor };

    private string Body(int number) => Samples.Appointment(about, number, number < _statuses.Count ? _statuses[number] : Booked);

    /// <param name="Number">The state that the hub must have after it.</param>
    /// <param name="Call">The request.</param>
    /// <param name="What">For the counts.</param>
    private sealed record Sent(int Number, Call Call, string What);
}
