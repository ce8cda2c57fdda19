using Sas.Interop.Hub.Persistence.Audit;

namespace Sas.Interop.Hub.Audit.Verifying;

/// <summary>What is to be verified.</summary>
/// <param name="From">First number; null for the beginning.</param>
/// <param name="To">Last number; null for the end.</param>
/// <param name="Expected">Places that the chain must still hold.</param>
internal sealed record ChainQuestion(long? From, long? To, IReadOnlyList<AuditHead> Expected)
{
    public static ChainQuestion Everything { get; } = new(null, null, []);
}

/// <summary>What came of it.</summary>
/// <param name="Checked">How many records hold.</param>
/// <param name="Last">The last of them; null when there was none.</param>
/// <param name="Break">The first link that does not hold; null when all do.</param>
internal sealed record ChainVerdict(long Checked, AuditHead? Last, ChainBreak? Break);
