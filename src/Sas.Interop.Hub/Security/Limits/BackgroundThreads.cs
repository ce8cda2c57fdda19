using System.Collections.Concurrent;

using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Security.Limits;

/// <summary>
/// A few threads of low priority. What runs on them gives way to searches within a processor, which no limit on a number of requests can bring about.
/// Waiting tasks are as many as requests under way, which are bounded.
/// </summary>
internal sealed class BackgroundThreads : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task> _tasks = [];
    private readonly Thread[] _threads;

    private readonly ILogger<BackgroundThreads> _logger;

    public BackgroundThreads(IOptions<LimitsOptions> options, ILogger<BackgroundThreads> logger)
    {
        _logger = logger;
        _threads = [.. Enumerable.Range(0, options.Value.BackgroundThreads).Select(number => new Thread(Run) { IsBackground = true, Name = $"background {number}" })];
        foreach (var thread in _threads)
        {
            thread.Start();
        }
    }

    public override int MaximumConcurrencyLevel => _threads.Length;

    public void Dispose()
    {
        _tasks.CompleteAdding();
        foreach (var thread in _threads)
        {
            thread.Join();
        }

        _tasks.Dispose();
    }

    protected override void QueueTask(Task task)
    {
        try
        {
            _tasks.Add(task, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            // The hub stops; what still comes ends elsewhere, so that nobody waits for it for ever.
            ThreadPool.UnsafeQueueUserWorkItem(static state => state.Threads.TryExecuteTask(state.Task), (Threads: this, Task: task), preferLocal: false);
        }
    }

    // What is queued here must not run on the thread of whoever waits for it.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _tasks.ToArray();

    private void Run()
    {
        if (!ThreadPriorities.LowerThisThread())
        {
            _logger.PriorityNotLowered();
        }

        foreach (var task in _tasks.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }
}
