using System.Collections.Concurrent;

using Sas.Interop.Hub.Security.Audit;

namespace Sas.Interop.Hub.Tests.Audit.Calls;

/// <summary>Notes what is kept and taken.</summary>
internal sealed class PlayedTrail : IAuditTrail
{
    /// <summary>What becomes of an entry that is to be kept.</summary>
    public Func<Task<bool>> Keep { get; set; } = static () => Task.FromResult(true);

    public ConcurrentQueue<AuditEntry> Kept { get; } = new();

    public ConcurrentQueue<AuditEntry> Taken { get; } = new();

    public Task<bool> KeepAsync(AuditEntry entry)
    {
        Kept.Enqueue(entry);
        return Keep();
    }

    public void Take(AuditEntry entry) => Taken.Enqueue(entry);
}
