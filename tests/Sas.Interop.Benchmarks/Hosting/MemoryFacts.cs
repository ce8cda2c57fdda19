namespace Sas.Interop.Benchmarks.Hosting;

/// <summary>Memory of a server process.</summary>
/// <param name="Allocated">Bytes allocated since its start, exactly.</param>
/// <param name="Heap">Bytes in use; after a full collection when one was asked for.</param>
/// <param name="WorkingSet">Bytes of physical memory.</param>
/// <param name="PausedSeconds">How long the collector has stopped all threads since the start of the process.</param>
internal sealed record MemoryFacts(long Allocated, long Heap, long WorkingSet, double PausedSeconds)
{
    public static MemoryFacts Now(bool collect)
    {
        for (var turn = 0; collect && turn < 2; turn++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return new MemoryFacts(GC.GetTotalAllocatedBytes(precise: true), GC.GetTotalMemory(forceFullCollection: false), Environment.WorkingSet, GC.GetTotalPauseDuration().TotalSeconds);
    }
}

/// <summary>Searches run inside the server's process.</summary>
internal sealed record InProcessFacts(long Searches, double Seconds, long Bytes, long Allocated);

/// <summary>What a server tells when it is ready.</summary>
/// <param name="Address">Where it listens.</param>
/// <param name="Slots">Slots in its index.</param>
/// <param name="FillSeconds">Time to make the country and apply it.</param>
/// <param name="HeapBefore">Bytes in use before, after a full collection.</param>
/// <param name="HeapAfter">Bytes in use after, after a full collection.</param>
internal sealed record ServerFacts(Uri Address, long Slots, double FillSeconds, long HeapBefore, long HeapAfter)
{
    /// <summary>Where it listens with TLS; null when it does not.</summary>
    public Uri? SecureAddress { get; init; }
}
