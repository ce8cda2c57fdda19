using Sas.Interop.Durability.Killing;
using Sas.Interop.Durability.Wire;

namespace Sas.Interop.Durability.Tracks;

/// <summary>One regulator's account (INT_R02): created, renamed, withdrawn, brought back. State number n is version n.</summary>
internal sealed class RegulatorTrack(string value, Ledger ledger) : ITrack
{
    private readonly List<bool> _active = [true, true];
    private Sent? _doubt;

    public string Value => value;

    /// <summary>Accounts are written for as long as the run lasts.</summary>
    public bool IsDone => false;

    public bool IsInDoubt => _doubt is not null;

    /// <summary>The last number that was acknowledged; 0 before the first.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Whether the last state that was acknowledged is entitled.</summary>
    public bool IsActive => _active[Acknowledged];

    /// <summary>The hub's id; null until an answer told it.</summary>
    public string? Id { get; private set; }

    public Task StepAsync(HubCalls hub, Random random) => SendAsync(hub, _doubt ?? Next(random));

    public Task SettleAsync(HubCalls hub) => _doubt is { } sent ? SendAsync(hub, sent) : Task.CompletedTask;

    public async Task CheckAsync(HubCalls hub)
    {
        if (Id is null)
        {
            // A create whose answer never came: what it did shows when it is sent again.
            return;
        }

        var reply = await hub.SendAsync(Call.Get($"fhir/Practitioner/{Id}"));
        if (reply.Status != 200)
        {
            ledger.Fault(FaultKind.Lost, $"account {value}: {reply}");
            return;
        }

        var mail = reply.Json.GetProperty("telecom")[0].GetProperty("value").GetString() ?? string.Empty;
        var number = int.Parse(mail[1..mail.IndexOf('@', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
        if (number < Acknowledged)
        {
            ledger.Fault(FaultKind.Lost, $"account {value} was acknowledged up to {Acknowledged} and says {number}");
        }
        else if (number > Acknowledged && number != _doubt?.Number)
        {
            ledger.Fault(FaultKind.Answer, $"account {value} says {number}, which nobody wrote after {Acknowledged}");
        }
        else if (reply.Json.GetProperty("active").GetBoolean() != _active[number])
        {
            ledger.Fault(FaultKind.Answer, $"account {value} has another entitlement than was written with {number}");
        }

        if (reply.Version is { } version && version != number)
        {
            ledger.Fault(version > number ? FaultKind.Doubled : FaultKind.Version, $"account {value} says {number} in version {version}");
        }
    }

    /// <summary>Compares what a vendor was told last with what was acknowledged.</summary>
    /// <param name="told">Number and entitlement of the account at the vendor; null when it has none.</param>
    public bool IsDelivered((int Number, bool Active)? told) => Acknowledged == 0 || (told is { } last && last.Number >= Acknowledged && last.Active == _active[last.Number]);

    private Sent Next(Random random)
    {
        var roll = random.Next(100);
        if (Acknowledged == 0)
        {
            return roll < 50 ? Create() : new Sent(1, Put(1), "account create");
        }

        if (roll < 15)
        {
            return new Sent(Acknowledged, Put(Acknowledged), "account repeat");
        }

        if (roll < 25 && _active[Acknowledged])
        {
            return Create() with { Number = Acknowledged, What = "account create again", Refused = true };
        }

        var number = Acknowledged + 1;
        if (number == _active.Count)
        {
            _active.Add(roll >= 45 || !_active[Acknowledged]);
        }

        return new Sent(number, Put(number), _active[number] ? "account update" : "account withdrawal");
    }

    private async Task SendAsync(HubCalls hub, Sent sent)
    {
        var again = _doubt is not null;
        _doubt = sent;
        var reply = await hub.SendAsync(sent.Call);
        if (reply.IsInDoubt)
        {
            ledger.Count("503");
            return;
        }

        // Refused as the certification kit demands (D54): also when it is this very create that was kept and not answered.
        var fits = reply.Status == 409 ? sent.Refused || (again && sent.Call.Method == HttpMethod.Post) : reply.Status is 200 or 201 && !sent.Refused;
        _doubt = null;
        if (!fits)
        {
            ledger.Fault(reply.Status == 201 && sent.Refused ? FaultKind.Doubled : FaultKind.Answer, $"{sent.What} {sent.Number} of {value}: {reply}");
            return;
        }

        if (reply.Status != 409 && reply.Version is { } version && version != sent.Number)
        {
            ledger.Fault(version > sent.Number ? FaultKind.Doubled : FaultKind.Version, $"{sent.What} {sent.Number} of account {value} was answered with version {version}");
        }

        Acknowledged = sent.Number;
        Id ??= reply.Location?.Split("/_history")[0].Split('/')[^1];
        ledger.Acknowledge(sent.What);
    }

    private Sent Create() => new(1, new Call(HttpMethod.Post, "fhir/Practitioner") { Body = Samples.Regulator(value, 1, active: true) }, "account create");

    private Call Put(int number) =>
        new(HttpMethod.Put, Samples.Criterion("Practitioner", Samples.PlatformSystem, value)) { Body = Samples.Regulator(value, number, _active[number]) };

    /// <param name="Number">The state that the hub must have after it.</param>
    /// <param name="Call">The request.</param>
    /// <param name="What">For the counts.</param>
    private sealed record Sent(int Number, Call Call, string What)
    {
        /// <summary>Whether it must be refused.</summary>
        public bool Refused { get; init; }
    }
}
