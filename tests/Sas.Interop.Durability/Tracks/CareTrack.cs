using System.Text.Json.Nodes;

using Sas.Interop.Durability.Killing;
using Sas.Interop.Durability.Wire;

namespace Sas.Interop.Durability.Tracks;

/// <summary>One request for care (ServiceRequest) and its link.</summary>
internal sealed class CareTrack : ITrack
{
    private const int MostSteps = 5;
    private readonly KeyedAct _act;
    private readonly TimeSpan _linkLifetime;
    private readonly Action<Link> _linked;
    private readonly Ledger _ledger;
    private int _steps;

    public CareTrack((string Owner, string Regulator, string Key) about, TimeSpan linkLifetime, Action<Link> linked, Ledger ledger)
    {
        _linkLifetime = linkLifetime;
        _linked = linked;
        _ledger = ledger;
        _act = new KeyedAct(new Call(HttpMethod.Post, "fhir/ServiceRequest") { Body = Body(about.Owner, about.Regulator), Key = about.Key }, "care request", ledger);
    }

    public bool IsDone { get; private set; }

    public bool IsInDoubt => _act is { IsSent: true, Answer: null };

    public Link? Link { get; private set; }

    public async Task StepAsync(HubCalls hub, Random random)
    {
        if (_act.Answer is null || (Link is not null && random.Next(2) == 0))
        {
            await SendAsync(hub);
        }
        else if (Link is not null)
        {
            await Link.UseAsync(hub);
        }

        IsDone |= ++_steps >= MostSteps && _act.Answer is not null;
    }

    public Task SettleAsync(HubCalls hub) => IsInDoubt ? SendAsync(hub) : Task.CompletedTask;

    public async Task CheckAsync(HubCalls hub)
    {
        if (!_act.IsDone)
        {
            return;
        }

        await _act.SendAsync(hub);
        var id = _act.Answer?.Json.GetProperty("id").GetString();
        var read = await hub.SendAsync(Call.Get($"fhir/ServiceRequest/{id}"));
        if (read.Status != 200)
        {
            _ledger.Fault(FaultKind.Lost, $"care request {id}: {read}");
        }
    }

    private static string Body(string owner, string regulator) => new JsonObject
    {
        ["resourceType"] = "ServiceRequest",
        ["status"] = "active",
        ["intent"] = "order",
        ["requester"] = new JsonObject { ["identifier"] = Samples.Identifier("INTRN", Samples.PlatformSystem, regulator) },
        ["performer"] = new JsonArray(new JsonObject { ["identifier"] = Samples.Identifier("IDNPS", Samples.NationalSystem, owner) }),
    }.ToJsonString();

    private async Task SendAsync(HubCalls hub)
    {
        await _act.SendAsync(hub);
        if (Link is null && _act is { IsDone: true, Answer: { } answer })
        {
            if (LinkText.PathIn(answer.Body) is { } path)
            {
                Link = new Link(path, _act.Span, _linkLifetime, _ledger);
                _linked(Link);
            }
            else
            {
                _ledger.Fault(FaultKind.Answer, $"care request without a link: {answer}");
            }
        }

        IsDone |= _act.Answer is not null && !_act.IsDone;
    }
}
