namespace Sas.Interop.Hub.Persistence;

/// <summary>One change under way: a unit of work in a transaction that is committed when the change returns, unless it was declined.</summary>
/// <param name="context">Rows added here are saved with the commit.</param>
internal sealed class StorageChange(HubContext context)
{
    public HubContext Context => context;

    /// <summary>Whether nothing of it is kept, locks and counters included.</summary>
    public bool IsDeclined { get; private set; }

    public void Decline() => IsDeclined = true;
}
