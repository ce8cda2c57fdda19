namespace Sas.Interop.Hub.Security.Audit;

/// <summary>Where what callers did is kept.</summary>
internal interface IAuditTrail
{
    /// <summary>Keeps an entry; returns when it is on disk, so that what is acknowledged afterwards is told of.</summary>
    /// <returns>Whether it is kept; when it is not, the call must not be acknowledged.</returns>
    Task<bool> KeepAsync(AuditEntry entry);

    /// <summary>Takes an entry of a call that was refused; it is kept soon, together with others alike, and callers never wait for it.</summary>
    void Take(AuditEntry entry);
}
