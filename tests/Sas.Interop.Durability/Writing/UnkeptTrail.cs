using Sas.Interop.Hub.Security.Audit;

namespace Sas.Interop.Durability.Writing;

/// <summary>Keeps nothing, so that what keeping costs can be measured against it.</summary>
internal sealed class UnkeptTrail : IAuditTrail
{
    private static readonly Task<bool> Kept = Task.FromResult(true);

    public Task<bool> KeepAsync(AuditEntry entry) => Kept;

    public void Take(AuditEntry entry)
    {
    }
}
