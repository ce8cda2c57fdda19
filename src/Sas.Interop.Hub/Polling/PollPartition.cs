using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Hub.Polling;

/// <summary>A fixed part of one vendor's targets, polled together by one trigger.</summary>
/// <param name="Index">Its number among the partitions of the vendor.</param>
/// <param name="Batches">What is pulled in turn; each fits one <see cref="PullRequest"/>.</param>
internal sealed record PollPartition(int Index, IReadOnlyList<IReadOnlyList<PullTarget>> Batches)
{
    public int Owners { get; } = Batches.Sum(static batch => batch.Count);

    /// <summary>Cuts targets into batches of one call, and batches into no more partitions than triggers are allowed.</summary>
    /// <param name="targets">The vendor's targets in a stable order.</param>
    /// <param name="perCall">Targets in one pull, 1 or more.</param>
    /// <param name="most">Most partitions, 1 or more.</param>
    public static IReadOnlyList<PollPartition> Cut(IReadOnlyList<PullTarget> targets, int perCall, int most)
    {
        var batches = targets.Chunk(perCall).ToArray();
        var perPartition = Math.Max(1, (batches.Length + most - 1) / most);
        return [.. batches.Chunk(perPartition).Select(static (part, index) => new PollPartition(index, part))];
    }
}
