using Sas.Interop.Durability.Killing;
using Sas.Interop.Durability.Wire;

namespace Sas.Interop.Durability.Tracks;

/// <summary>One act under one <c>Idempotency-Key</c>: whatever happens, all its repetitions have one effect and one answer.</summary>
internal sealed class KeyedAct(Call call, string what, Ledger ledger)
{
    private Reply? _failure;

    /// <summary>The first final answer; null while it is in doubt.</summary>
    public Reply? Answer { get; private set; }

    /// <summary>When it was sent first, and when it was answered.</summary>
    public (DateTimeOffset Earliest, DateTimeOffset Latest) Span { get; private set; }

    public bool IsSent => Span.Earliest != default;

    public bool IsDone => Answer?.Status is 200 or 201;

    public async Task SendAsync(HubCalls hub)
    {
        if (!IsSent)
        {
            Span = (TimeProvider.System.GetUtcNow(), default);
        }

        var reply = await hub.SendAsync(call);
        if (reply.IsInDoubt || (reply.Status == 409 && reply.CanComeBack))
        {
            // Under way, or not known: the same key is sent again later.
            ledger.Count(reply.Status == 503 ? "503" : "409 under way");
            return;
        }

        if (reply.Status is 502 or 504 && _failure?.Body != reply.Body)
        {
            // A vendor did not do its part. Whether that is the end of the act shows when the same key is answered alike.
            _failure = reply;
            ledger.Count($"{what} failed with {reply.Status}");
        }
        else if (Answer is null)
        {
            Keep(reply);
        }
        else if (IsDone && (reply.Status, reply.Body) != (Answer.Status, Answer.Body))
        {
            ledger.Fault(FaultKind.Doubled, $"{what}: the key {call.Key} was answered {Answer}, and then {reply}");
        }
        else if (IsDone)
        {
            ledger.Count(what + " repeated");
        }
    }

    private void Keep(Reply reply)
    {
        Answer = reply;
        Span = (Span.Earliest, TimeProvider.System.GetUtcNow());
        if (IsDone)
        {
            ledger.Acknowledge(what);
        }
        else if (reply.Status is 404 or 409 or 410 or 502 or 504)
        {
            // Another operator was first, or the slot went: that is an answer.
            ledger.Count($"{what} refused with {reply.Status}");
        }
        else
        {
            ledger.Fault(FaultKind.Answer, $"{what}: {reply}");
        }
    }
}
