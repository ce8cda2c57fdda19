using System.Globalization;

using Quartz;

namespace Sas.Interop.Hub.Polling;

/// <summary>What every poll trigger runs: it asks for a turn in the vendor's own lane and returns, so that no vendor can use up the scheduler's workers.</summary>
[DisallowConcurrentExecution]
internal sealed class PollJob(AdapterRegistry registry) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var key = context.JobDetail.Key;
        registry.Request(key.Group, int.Parse(key.Name, CultureInfo.InvariantCulture));
        return ValueTask.CompletedTask;
    }
}
