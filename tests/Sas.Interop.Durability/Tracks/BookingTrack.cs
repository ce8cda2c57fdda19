using System.Text.Json;
using System.Text.Json.Nodes;

using Sas.Interop.Durability.Killing;
using Sas.Interop.Durability.Wire;

namespace Sas.Interop.Durability.Tracks;

/// <summary>One operator's way to an appointment: hold or book at once, repeat, use the link. Each request has its own <c>Idempotency-Key</c>.</summary>
internal sealed class BookingTrack(BookingAbout about, Ledger ledger) : ITrack
{
    private const int MostSteps = 6;
    private readonly List<KeyedAct> _acts = [];
    private string? _orientation;
    private bool _isBooking;
    private int _steps;

    public bool IsDone { get; private set; }

    public bool IsInDoubt => _acts is [.., { Answer: null }];

    /// <summary>The link that was given; null before.</summary>
    public Link? Link { get; private set; }

    public async Task StepAsync(HubCalls hub, Random random)
    {
        if (_acts is [.., { Answer: null } doubt])
        {
            await SendAsync(hub, doubt);
        }
        else if (_acts.Count == 0)
        {
            await BeginAsync(hub, random);
        }
        else if (_orientation is not null && !_isBooking)
        {
            await BookAsync(hub, $$"""{"name":"orientation","valueId":"{{_orientation}}"}""");
        }
        else if (Link is { IsUsed: false } && random.Next(2) == 0)
        {
            await Link.UseAsync(hub);
        }
        else if (random.Next(3) == 0 && Link is { IsUsed: true })
        {
            await Link.UseAsync(hub);
        }
        else
        {
            await _acts[random.Next(_acts.Count)].SendAsync(hub);
        }

        IsDone |= ++_steps >= MostSteps && _acts is [.., { Answer: not null }];
    }

    public async Task SettleAsync(HubCalls hub)
    {
        if (_acts is [.., { Answer: null } doubt])
        {
            await SendAsync(hub, doubt);
        }
    }

    public async Task CheckAsync(HubCalls hub)
    {
        foreach (var act in _acts.Where(static act => act.IsDone))
        {
            await act.SendAsync(hub);
        }
    }

    private async Task BeginAsync(HubCalls hub, Random random)
    {
        if (await about.Finder.FindAsync(hub, about.Owner, random) is not { } slot)
        {
            ledger.Count("no free slot");
            IsDone = true;
            return;
        }

        var parameter = $$"""{"name":"slot","valueReference":{"reference":"Slot/{{slot}}"} }""";
        if (about.CanHold && random.Next(2) == 0)
        {
            await SendAsync(hub, Act("$hold", parameter));
        }
        else
        {
            await BookAsync(hub, parameter);
        }
    }

    private Task BookAsync(HubCalls hub, string parameter)
    {
        _isBooking = true;
        return SendAsync(hub, Act("$book", parameter));
    }

    private KeyedAct Act(string operation, string parameter)
    {
        var regulator = new JsonObject { ["name"] = "regulator", ["valueIdentifier"] = Samples.Identifier("INTRN", Samples.PlatformSystem, about.Regulator) };
        var body = new JsonObject { ["resourceType"] = "Parameters", ["parameter"] = new JsonArray(JsonNode.Parse(parameter), regulator) };
        var key = string.Create(CultureInfo.InvariantCulture, $"{about.Key}-{_acts.Count}");
        var act = new KeyedAct(new Call(HttpMethod.Post, $"fhir/Appointment/{operation}") { Body = body.ToJsonString(), Key = key }, $"{operation[1..]} {about.Vendor}", ledger);
        _acts.Add(act);
        return act;
    }

    private async Task SendAsync(HubCalls hub, KeyedAct act)
    {
        await act.SendAsync(hub);
        if (act.IsDone && act.Answer is { } answer)
        {
            Take(act, answer);
        }
        else if (act.Answer is not null)
        {
            IsDone = true;
        }
    }

    private void Take(KeyedAct act, Reply answer)
    {
        var values = answer.Json.GetProperty("parameter").EnumerateArray().ToDictionary(static item => item.GetProperty("name").GetString() ?? string.Empty, static item => item);
        _orientation = values["orientation"].GetProperty("valueId").GetString();
        var outcome = values["outcome"].GetProperty("valueCode").GetString();
        switch (outcome)
        {
            case "booked":
                _isBooking = true;
                about.Booked(Identifier(values["appointment"]));
                break;
            case "link" when LinkText.PathIn(answer.Body) is { } path:
                _isBooking = true;
                Link = new Link(path, act.Span, about.LinkLifetime, ledger);
                about.Linked(Link);
                break;
            case "held":
                break;
            default:
                ledger.Fault(FaultKind.Answer, $"booking at {about.Vendor} came to '{outcome}': {answer}");
                IsDone = true;
                break;
        }
    }

    private static (string System, string Value) Identifier(JsonElement parameter)
    {
        var identifier = parameter.GetProperty("valueIdentifier");
        return (identifier.GetProperty("system").GetString() ?? string.Empty, identifier.GetProperty("value").GetString() ?? string.Empty);
    }
}

/// <summary>What a booking is about.</summary>
internal sealed record BookingAbout
{
    public required string Vendor { get; init; }

    /// <summary>The practitioner, with prefix.</summary>
    public required string Owner { get; init; }

    /// <summary>Technical identifier of the regulator.</summary>
    public required string Regulator { get; init; }

    /// <summary>Beginning of the keys, unique in the run.</summary>
    public required string Key { get; init; }

    /// <summary>Whether the vendor books by interface.</summary>
    public required bool CanHold { get; init; }

    public required TimeSpan LinkLifetime { get; init; }

    public required SlotFinder Finder { get; init; }

    /// <summary>Hears of an acknowledged appointment.</summary>
    public required Action<(string System, string Value)> Booked { get; init; }

    /// <summary>Hears of a link.</summary>
    public required Action<Link> Linked { get; init; }
}
