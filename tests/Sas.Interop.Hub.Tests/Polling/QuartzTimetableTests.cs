using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

using Quartz;

using Sas.Interop.Hub.Polling;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Tests.Polling;

/// <summary>With the real scheduler, on real time: the test waits for signals, and no assertion depends on how fast it is.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class QuartzTimetableTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Test]
    public async Task SetAsync_Partitions_SpreadsTriggersOverTheIntervalAndSkipsMisfires()
    {
        await using var rig = RealTimetable(out var schedulers);
        var scheduler = await schedulers().GetScheduler(None);
        var sut = new QuartzTimetable(schedulers(), new PollRandomness(static () => 0.5));
        var before = TimeProvider.System.GetUtcNow();

        await sut.SetAsync("a", 4, TimeSpan.FromHours(1), None);

        var after = TimeProvider.System.GetUtcNow();
        for (var partition = 0; partition < 4; partition++)
        {
            var trigger = await scheduler.GetTrigger(new TriggerKey($"{partition}", "a"), None) as ISimpleTrigger;
            var offset = TimeSpan.FromMinutes((15 * partition) + 7.5);
            Assert.That(trigger?.StartTimeUtc, Is.InRange((before + offset).AddSeconds(-1), after + offset));
            Assert.That(trigger?.RepeatInterval, Is.EqualTo(TimeSpan.FromHours(1)));
            Assert.That(trigger?.MisfireInstruction, Is.EqualTo(SimpleTriggerMisfireInstruction.NextWithExistingCount));
        }
    }

    [Test]
    public async Task SetAsync_FewerPartitions_LeavesNoTriggerBehind()
    {
        await using var rig = RealTimetable(out var schedulers);
        var scheduler = await schedulers().GetScheduler(None);
        var sut = new QuartzTimetable(schedulers(), PollRandomness.System);
        await sut.SetAsync("a", 3, TimeSpan.FromHours(1), None);
        await sut.SetAsync("b", 1, TimeSpan.FromHours(1), None);

        await sut.SetAsync("a", 1, TimeSpan.FromHours(1), None);
        Assert.That(await scheduler.Exists(new TriggerKey("0", "a"), None));
        Assert.That(await scheduler.Exists(new TriggerKey("1", "a"), None), Is.False);
        await sut.SetAsync("a", 0, TimeSpan.FromHours(1), None);

        Assert.That(await scheduler.Exists(new TriggerKey("0", "a"), None), Is.False);
        Assert.That(await scheduler.Exists(new TriggerKey("0", "b"), None));
    }

    [Test]
    public async Task SetAsync_TriggersFire_VendorIsPolledAgainAndAgain()
    {
        await using var rig = RealTimetable(out var schedulers);
        var scheduler = await schedulers().GetScheduler(None);
        rig.Directory.Targets["a"] = PollSamples.Targets(1);
        var vendor = PollSamples.Vendor("a");
        var often = vendor with { Poll = vendor.Poll with { Every = TimeSpan.FromMilliseconds(50) } };

        await rig.Registry.OnChangedAsync(PollSamples.Added(often), None);
        await scheduler.Start(None);

        await rig.Adapters.Latest("a").NextPullsAsync(4);
        await rig.UntilAsync("a", static s => s.State == VendorState.Ok);
        await scheduler.Shutdown(true, None);
    }

    private static PollingRig RealTimetable(out Func<ISchedulerFactory> schedulers)
    {
        var rig = new PollingRig(static services => services.Replace(ServiceDescriptor.Singleton<IPollTimetable, QuartzTimetable>()));
        schedulers = () => rig.Resolve<IServiceProvider>().GetRequiredKeyedService<ISchedulerFactory>(QuartzTimetable.SchedulerName);
        return rig;
    }
}
