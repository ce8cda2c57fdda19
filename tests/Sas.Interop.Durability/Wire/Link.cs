using Sas.Interop.Durability.Killing;

namespace Sas.Interop.Durability.Wire;

/// <summary>A link that the hub gave out: good once until it ends, and gone afterwards; never unknown.</summary>
/// <param name="path">Path below the root of the hub: its port is another one after each start.</param>
/// <param name="given">The earliest and the latest moment at which it can have been made.</param>
/// <param name="lifetime">How long links are good.</param>
/// <param name="ledger">Gets what is wrong.</param>
internal sealed class Link(string path, (DateTimeOffset Earliest, DateTimeOffset Latest) given, TimeSpan lifetime, Ledger ledger)
{
    // The hub's clock is this machine's; it counts from a moment between the two, and asks for the time a little later than we do.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);
    private bool _tried;

    public bool IsUsed { get; private set; }

    public async Task UseAsync(HubCalls hub)
    {
        var triedBefore = _tried;
        _tried = true;
        var reply = await hub.SendAsync(Call.Get(path));
        var now = TimeProvider.System.GetUtcNow();
        switch (reply.Status)
        {
            case 303 when IsUsed:
                ledger.Fault(FaultKind.Link, "a link was good twice");
                break;
            case 303 when now > given.Latest + lifetime + Slack:
                ledger.Fault(FaultKind.Link, "a link was good after its end");
                break;
            case 303:
                IsUsed = true;
                ledger.Acknowledge("link use");
                break;
            case 410 when !triedBefore && now < given.Earliest + lifetime:
                ledger.Fault(FaultKind.Link, $"a link was gone before its end and before anybody used it: {reply}");
                IsUsed = true;
                break;
            case 410:
                ledger.Count(IsUsed ? "link used and gone" : triedBefore ? "link in doubt and gone" : "link expired and gone");
                IsUsed = true;
                break;
            case 503:
                ledger.Count("503");
                break;
            default:
                ledger.Fault(FaultKind.Link, $"a link was answered {reply}");
                break;
        }
    }
}
