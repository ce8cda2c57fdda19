using System.Buffers;
using System.IO.Pipelines;

namespace Sas.Interop.Hub.Security.Limits;

/// <summary>
/// A request's body whose bytes are held against the caller's share and the memory for all bodies: what the request announces before it is read, what comes unannounced in steps before each is read.
/// Continuations of its readers run where the readers do, not on the threads of the server.
/// </summary>
internal sealed class MeteredBody(PipeReader body, CallerAccount account, UploadMemory memory) : PipeReader
{
    public const int Step = 65_536;
    private ReadOnlySequence<byte> _last;
    private long _consumed;
    private long _held;
    private bool _announced;

    /// <summary>Holds what the request announces, or the first step where it announces nothing.</summary>
    public LimitHit Begin(long? announced)
    {
        _announced = announced is not null;
        return Hold(announced ?? Step);
    }

    /// <summary>Gives back all that is held.</summary>
    public void End()
    {
        account.LetGo(_held);
        memory.Return(_held);
        _held = 0;
    }

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        Grow();
        return Seen(await body.ReadAsync(cancellationToken));
    }

    public override bool TryRead(out ReadResult result)
    {
        Grow();
        if (!body.TryRead(out result))
        {
            return false;
        }

        Seen(result);
        return true;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        _consumed += _last.Slice(0, consumed).Length;
        _last = default;
        body.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => body.CancelPendingRead();

    public override void Complete(Exception? exception = null) => body.Complete(exception);

    private ReadResult Seen(ReadResult result)
    {
        _last = result.Buffer;
        return result;
    }

    private void Grow()
    {
        while (!_announced && _consumed + Step > _held)
        {
            account.Owe(Step);
            if (Hold(Step) is var hit and not LimitHit.None)
            {
                throw new UploadRefusedException(hit);
            }
        }
    }

    private LimitHit Hold(long bytes)
    {
        if (!account.TryHold(bytes))
        {
            return LimitHit.Share;
        }

        if (!memory.TryTake(bytes))
        {
            account.LetGo(bytes);
            return LimitHit.Memory;
        }

        _held += bytes;
        return LimitHit.None;
    }
}
