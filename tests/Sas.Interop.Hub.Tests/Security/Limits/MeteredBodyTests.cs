using System.Buffers;
using System.IO.Pipelines;

using FsCheck.Fluent;

using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Security.Limits;

namespace Sas.Interop.Hub.Tests.Security.Limits;

/// <summary>Bytes of bodies are held before they are read, and given back whatever happens.</summary>
internal sealed class MeteredBodyTests
{
    private readonly RoleLimits _limits = new() { RequestsPerSecond = 1, Burst = 1, Concurrency = 1, BytesPerSecond = 1_000_000, BytesBurst = 1_000_000, BodyBytes = 4 * MeteredBody.Step };

    [Test]
    public async Task Read_BodyWithoutLength_HoldsItInSteps()
    {
        var (account, memory) = (CreateAccount(), CreateMemory());
        var sut = new MeteredBody(Body(MeteredBody.Step + 10), account, memory);

        Assert.That(sut.Begin(null), Is.EqualTo(LimitHit.None));
        Assert.That(memory.Taken, Is.EqualTo(MeteredBody.Step));
        await ReadAllAsync(sut);

        Assert.That(memory.Taken, Is.EqualTo(3 * MeteredBody.Step), "one step ahead of what was read");
        sut.End();
        Assert.That(memory.Taken, Is.Zero);
    }

    [Test]
    public void Read_BeyondTheShareOfTheCaller_IsRefusedAndGivenBack()
    {
        var (account, memory) = (CreateAccount(), CreateMemory());
        var sut = new MeteredBody(Body(10 * MeteredBody.Step), account, memory);
        sut.Begin(null);

        Assert.That(Assert.ThrowsAsync<UploadRefusedException>(() => ReadAllAsync(sut))?.Hit, Is.EqualTo(LimitHit.Share));
        Assert.That(memory.Taken, Is.LessThanOrEqualTo(_limits.BodyBytes));
        sut.End();
        Assert.That(memory.Taken, Is.Zero);
        Assert.That(account.TryHold(_limits.BodyBytes), Is.True);
    }

    [Test]
    public void Begin_NoMemoryLeft_TakesNothingOfTheShare()
    {
        var (account, memory) = (CreateAccount(), CreateMemory());
        memory.TryTake(1_048_576 - 100);
        var sut = new MeteredBody(Body(200), account, memory);

        Assert.That(sut.Begin(200), Is.EqualTo(LimitHit.Memory));
        sut.End();
        Assert.That(account.TryHold(_limits.BodyBytes), Is.True);
        Assert.That(memory.Taken, Is.EqualTo(1_048_576 - 100));
    }

    [Test]
    public void Begin_AndEndInAnyOrder_NeverPassTheBoundsAndLeaveNothing() => FsCheck.Check.QuickThrowOnFailure(FsCheck.Fluent.Prop.ForAll(
        FsCheck.Fluent.Gen.Choose(-3, 200_000).ArrayOf().ToArbitrary(), acts =>
        {
            var (accounts, memory) = (new[] { CreateAccount(), CreateAccount(), CreateAccount() }, CreateMemory());
            var open = new Queue<MeteredBody>();
            var bounded = true;
            for (var i = 0; i < acts.Length; i++)
            {
                if (acts[i] < 0 && open.TryDequeue(out var done))
                {
                    done.End();
                }
                else
                {
                    var body = new MeteredBody(Body(1), accounts[i % accounts.Length], memory);
                    body.Begin(Math.Max(0, acts[i]));
                    open.Enqueue(body);
                }

                bounded &= memory.Taken is >= 0 and <= 1_048_576;
            }

            foreach (var left in open)
            {
                left.End();
            }

            return bounded && memory.Taken == 0 && accounts.All(account => account.TryHold(_limits.BodyBytes));
        }));

    [Test]
    public async Task Read_PartlyConsumed_CountsEachByteOnce()
    {
        var (account, memory) = (CreateAccount(), CreateMemory());
        var sut = new MeteredBody(Body(MeteredBody.Step), account, memory);
        sut.Begin(null);
        for (var i = 0; i < 10; i++)
        {
            var seen = await sut.ReadAsync();
            sut.AdvanceTo(seen.Buffer.GetPosition(10), seen.Buffer.End);
            sut.CancelPendingRead();
        }

        Assert.That(memory.Taken, Is.EqualTo(2 * MeteredBody.Step));
    }

    private static PipeReader Body(int bytes) => PipeReader.Create(new ReadOnlySequence<byte>(new byte[bytes]));

    private static async Task ReadAllAsync(MeteredBody body)
    {
        await using var stream = body.AsStream();
        var piece = new byte[10_000];
        while (await stream.ReadAsync(piece) > 0)
        {
        }
    }

    private static UploadMemory CreateMemory() => new(Options.Create(new LimitsOptions { UploadBytes = 1_048_576 }));

    private CallerAccount CreateAccount() => new(_limits, null, TimeProvider.System, TaskScheduler.Default);
}
