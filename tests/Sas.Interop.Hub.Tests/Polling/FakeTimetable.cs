using System.Collections.Concurrent;

using Sas.Interop.Hub.Polling;

namespace Sas.Interop.Hub.Tests.Polling;

/// <summary>Keeps how many triggers each vendor has; the test fires them itself.</summary>
internal sealed class FakeTimetable : IPollTimetable
{
    public ConcurrentDictionary<string, int> Triggers { get; } = new();

    /// <summary>The vendor for which every call fails.</summary>
    public string? Fails { get; set; }

    public Task SetAsync(string vendorId, int partitions, TimeSpan every, CancellationToken cancellationToken)
    {
        if (vendorId == Fails)
        {
            throw new InvalidOperationException("Made by a test.");
        }

        Triggers[vendorId] = partitions;
        return Task.CompletedTask;
    }
}
