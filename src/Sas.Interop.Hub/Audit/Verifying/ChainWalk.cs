using Sas.Interop.Hub.Persistence.Audit;

namespace Sas.Interop.Hub.Audit.Verifying;

/// <summary>Follows the chain record by record, up to the first link that does not hold.</summary>
/// <param name="seal">Makes the hashes again.</param>
/// <param name="before">The place that the first record must go on from.</param>
/// <param name="expected">Places that the chain must hold.</param>
internal sealed class ChainWalk(AuditSeal seal, AuditHead before, IReadOnlyList<AuditHead> expected)
{
    /// <summary>The last record that holds.</summary>
    public AuditHead Last { get; private set; } = before;

    public long Checked { get; private set; }

    /// <summary>Whether the last record is sealed with a key.</summary>
    public bool IsKeyed { get; private set; }

    /// <summary>What the records say of those that were removed.</summary>
    public string? Removal { get; private set; }

    /// <returns>What is wrong with the record; null when it holds.</returns>
    public ChainBreak? Take(AuditRow row)
    {
        var broken = Judge(row);
        if (broken is null)
        {
            (Last, Checked, IsKeyed) = (new AuditHead(row.Number, row.Hash), Checked + 1, row.Format == AuditEncoding.Keyed);
            Removal = row.Kind == AuditKinds.Retention ? row.Detail : Removal;
        }

        return broken;
    }

    private ChainBreak? Judge(AuditRow row)
    {
        var number = Last.Number + 1;
        if (row.Number != number)
        {
            return new ChainBreak(number, ChainBreakKind.Gap, $"Record {number} is missing: after {Last.Number} comes {row.Number}.");
        }

        if (seal.Lacks(row))
        {
            return new ChainBreak(number, ChainBreakKind.Seal, $"Record {number} says that the key '{row.KeyId}' sealed it, which the settings do not name (Hub:Audit:Key, Hub:Audit:FormerKeys).");
        }

        if (seal.HashOf(row) is not { } hash)
        {
            return new ChainBreak(number, ChainBreakKind.Seal, $"Record {number} says that its hash has the format {row.Format}, which is not known here or does not fit its key.");
        }

        if (hash != row.Hash)
        {
            return new ChainBreak(number, ChainBreakKind.Content, $"Record {number} was changed: its content gives the hash {hash}, and it says {row.Hash}.");
        }

        if (row.Previous != Last.Hash)
        {
            return new ChainBreak(number, ChainBreakKind.Link, $"Record {number} does not go on from record {Last.Number}: it says {row.Previous}, and the one before has {Last.Hash}.");
        }

        if (IsKeyed && row.Format != AuditEncoding.Keyed)
        {
            return new ChainBreak(number, ChainBreakKind.Seal, $"Record {number} is sealed with no key, and the one before was.");
        }

        return expected.FirstOrDefault(head => head.Number == number && head.Hash != row.Hash) is { } other
            ? new ChainBreak(number, ChainBreakKind.Expected, $"Record {number} is another one than expected: it has the hash {row.Hash}, and expected was {other.Hash}.")
            : null;
    }
}
