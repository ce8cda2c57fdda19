namespace Sas.Interop.Hub.Persistence.Audit;

/// <summary>The ends of the chain. Whoever appends or removes updates this row first: it is the lock that puts all hubs in one order.</summary>
internal sealed class AuditChainRow
{
    public const int OnlyId = 1;

    public int Id { get; set; }

    /// <summary>Number of the last record; 0 before the first.</summary>
    public long Number { get; set; }

    /// <summary>Hash of the last record.</summary>
    public required string Hash { get; set; }

    /// <summary>Number of the last record that retention removed; 0 when it never did.</summary>
    public long RemovedTo { get; set; }

    /// <summary>Hash of that record: what the first one that is left goes on from.</summary>
    public required string RemovedHash { get; set; }
}
