using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Security.Limits;

namespace Sas.Interop.Hub.Tests.Security.Limits;

/// <summary>Heavy work stays on threads of its own, one piece of a caller at a time, in turn with other callers.</summary>
internal sealed class BackgroundThreadsTests
{
    private static readonly RoleLimits Any = new() { RequestsPerSecond = 1, Burst = 1, Concurrency = 1, BytesPerSecond = 1_024, BytesBurst = 65_536, BodyBytes = 65_536 };

    [Test]
    public async Task Lane_WorkThatAwaits_GoesOnThereAfterwards()
    {
        using var sut = CreateSut(2);
        var names = await RunAsync(CreateAccount(sut), async () =>
        {
            var before = Thread.CurrentThread.Name;
            await Task.Run(static () => Task.Yield());
            return (before, Thread.CurrentThread.Name);
        });

        Assert.That(names.before, Does.StartWith("background"));
        Assert.That(names.Name, Does.StartWith("background"));
    }

    [Test]
    public async Task Lane_ManyPiecesOfOneCaller_RunOneAtATime()
    {
        using var sut = CreateSut(4);
        var account = CreateAccount(sut);
        var (at, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => RunAsync(account, () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref at));
            Thread.SpinWait(1_000);
            Interlocked.Decrement(ref at);
            return Task.FromResult(true);
        })));

        Assert.That(most, Is.EqualTo(1));
    }

    [Test]
    public async Task Lane_OneCallerWithALongQueue_TakesTurnsWithAnother()
    {
        using var sut = CreateSut(1);
        var (loud, quiet) = (CreateAccount(sut), CreateAccount(sut));
        using var gate = new ManualResetEventSlim();
        var done = 0;
        var first = RunAsync(loud, () => Task.FromResult(gate.Wait(TimeSpan.FromSeconds(30))));
        var queue = Enumerable.Range(0, 1_000).Select(_ => RunAsync(loud, () => Task.FromResult(Interlocked.Increment(ref done)))).ToList();
        var other = RunAsync(quiet, () => Task.FromResult(Volatile.Read(ref done)));
        gate.Set();

        Assert.That(await first, Is.True);
        Assert.That(await other, Is.LessThanOrEqualTo(2), "pieces of the loud caller that ran before the quiet one");
        await Task.WhenAll(queue);
    }

    [Test]
    public async Task Lane_AfterTheStop_StillEndsWhatComes()
    {
        var sut = CreateSut(1);
        var account = CreateAccount(sut);
        Assert.That(await RunAsync(account, static () => Task.FromResult(1)), Is.EqualTo(1));
        sut.Dispose();

        Assert.That(await RunAsync(account, static () => Task.FromResult(2)), Is.EqualTo(2));
    }

    [Test]
    [Platform("Linux")]
    public void LowerThisThread_OnLinux_LeavesOtherThreadsAlone()
    {
        int? lowered = null;
        var thread = new Thread(() => lowered = ThreadPriorities.LowerThisThread() ? Nice() : null);
        thread.Start();
        thread.Join();

        Assert.That(lowered, Is.EqualTo(ThreadPriorities.Low));
        Assert.That(Nice(), Is.LessThan(ThreadPriorities.Low));
    }

    private static int Nice() => int.Parse(File.ReadAllText("/proc/thread-self/stat").Split(") ")[^1].Split(' ')[16], System.Globalization.CultureInfo.InvariantCulture);

    private static Task<T> RunAsync<T>(CallerAccount account, Func<Task<T>> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, account.Lane).Unwrap();

    private static CallerAccount CreateAccount(BackgroundThreads threads) => new(Any, null, TimeProvider.System, threads);

    private static BackgroundThreads CreateSut(int threads) =>
        new(Options.Create(new LimitsOptions { BackgroundThreads = threads }), NullLogger<BackgroundThreads>.Instance);
}
