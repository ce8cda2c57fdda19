using System.Runtime.CompilerServices;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>Whether the last use of the database worked: told by whoever uses it, shown by health.</summary>
internal sealed class StorageStatus(TimeProvider time)
{
    private StrongBox<DateTimeOffset>? _failingSince;

    /// <summary>Since when every use has failed; null while the last one worked.</summary>
    public DateTimeOffset? FailingSince => Volatile.Read(ref _failingSince)?.Value;

    public void Worked()
    {
        // Written only when it changes: every use of the database passes here.
        if (Volatile.Read(ref _failingSince) is not null)
        {
            Volatile.Write(ref _failingSince, null);
        }
    }

    public void Failed() => Interlocked.CompareExchange(ref _failingSince, new StrongBox<DateTimeOffset>(time.GetUtcNow()), null);
}
