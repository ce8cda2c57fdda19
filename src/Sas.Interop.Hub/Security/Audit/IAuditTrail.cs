namespace Sas.Interop.Hub.Security.Audit;

/// <summary>Where what callers did is kept.</summary>
internal interface IAuditTrail
{
    /// <summary>Keeps an entry; returns when it is on disk, so that what is acknowledged afterwards is told of.</summary>
    /// <exception cref="Exception">It could not be kept; the call must not be acknowledged.</exception>
    Task KeepAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>Takes an entry of a call that changed nothing; it is kept soon, and callers never wait for it.</summary>
    void Take(AuditEntry entry);
}
