using System.Globalization;

using Quartz;

namespace Sas.Interop.Hub.Polling;

/// <summary>Keeps one Quartz job and trigger for each partition, in a job group named after the vendor.</summary>
internal sealed class QuartzTimetable(
    [FromKeyedServices(QuartzTimetable.SchedulerName)] ISchedulerFactory schedulers,
    PollRandomness randomness) : IPollTimetable
{
    public const string SchedulerName = "polls";

    public async Task SetAsync(string vendorId, int partitions, TimeSpan every, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.DeleteJobs(GroupMatcher<JobKey>.GroupEquals(vendorId), cancellationToken);
        if (partitions == 0)
        {
            return;
        }

        var now = scheduler.TimeProvider.GetUtcNow();
        var jobs = new Dictionary<IJobDetail, IReadOnlyCollection<ITrigger>>();
        for (var partition = 0; partition < partitions; partition++)
        {
            var name = partition.ToString(CultureInfo.InvariantCulture);
            var job = JobBuilder.Create<PollJob>().WithIdentity(name, vendorId).Build();
            jobs[job] = [Trigger(job, now + FirstFire(partition, partitions, every), every, scheduler.TimeProvider)];
        }

        await scheduler.ScheduleJobs(jobs, ScheduleJobOptions.Replacing, cancellationToken);
    }

    /// <summary>Spreads the partitions of a vendor over its interval, each at a random place of its own share.</summary>
    private TimeSpan FirstFire(int partition, int partitions, TimeSpan every) => every * ((partition + randomness.Next()) / partitions);

    private static ITrigger Trigger(IJobDetail job, DateTimeOffset first, TimeSpan every, TimeProvider clock) => TriggerBuilder.Create(clock)
        .WithIdentity(job.Key.Name, job.Key.Group)
        .ForJob(job)
        .StartAt(first)
        .WithSchedule(SimpleScheduleBuilder.Create()
            .WithInterval(every)
            .RepeatForever()
            .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithExistingCount))
        .Build();
}
