using Sas.Interop.Hub.Persistence.Audit;

namespace Sas.Interop.Hub.Audit.Verifying;

/// <summary>Verifies the chain while hubs go on with it, some records at a time, and names the first link that does not hold.</summary>
internal sealed class ChainVerifier(AuditStore store, AuditSeal seal)
{
    private const int RecordsAtOnce = 1_000;
    private const int MostBeginnings = 5;

    /// <param name="question">What is to be verified.</param>
    /// <param name="progress">Told how many records hold so far, and how many there are.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Persistence.StorageUnavailableException">The database failed.</exception>
    public async Task<ChainVerdict> VerifyAsync(ChainQuestion question, Action<long, long> progress, CancellationToken cancellationToken)
    {
        var ends = await store.EndsAsync(cancellationToken);
        for (var beginning = 1; ; beginning++)
        {
            var verdict = await VerifyAsync(question, ends, progress, cancellationToken);
            var now = await store.EndsAsync(cancellationToken);
            if (verdict.Break is null || now.Removed == ends.Removed || beginning == MostBeginnings)
            {
                return verdict;
            }

            // Retention has removed records while they were read: what is left is verified from where it begins now.
            ends = now;
        }
    }

    private async Task<ChainVerdict> VerifyAsync(ChainQuestion question, AuditEnds ends, Action<long, long> progress, CancellationToken cancellationToken)
    {
        var isFromStart = question.From is not { } from || from <= ends.Removed.Number + 1;
        var before = isFromStart ? ends.Removed : await PlaceAsync((question.From ?? 1) - 1, cancellationToken);
        if (before is null)
        {
            return Broken(null, (question.From ?? 1) - 1, ChainBreakKind.Gap, "The record before the first that is to be verified is missing.");
        }

        if (isFromStart && (await store.ReadAsync(AuditFilter.Everything, long.MinValue, 1, cancellationToken)).FirstOrDefault() is { } first && first.Number <= before.Number)
        {
            return Broken(null, first.Number, ChainBreakKind.Beginning, $"Record {first.Number} stands before the beginning of the chain, which is after {before.Number}.");
        }

        var to = Math.Min(question.To ?? long.MaxValue, ends.Last.Number);
        var walk = new ChainWalk(seal, before, question.Expected);
        var broken = await WalkAsync(walk, to, progress, cancellationToken)
            ?? (isFromStart && to == ends.Last.Number ? await EndsAsync(walk, ends, cancellationToken) : null)
            ?? await ExpectedAsync(question, before.Number, to, ends);
        return new ChainVerdict(walk.Checked, walk.Checked > 0 ? walk.Last : null, broken);

        async Task<ChainBreak?> ExpectedAsync(ChainQuestion asked, long after, long last, AuditEnds known)
        {
            foreach (var head in asked.Expected.Where(head => head.Number <= after || head.Number > last))
            {
                if (await MissingAsync(head, known, cancellationToken) is { } missing)
                {
                    return missing;
                }
            }

            return null;
        }
    }

    private async Task<ChainBreak?> WalkAsync(ChainWalk walk, long to, Action<long, long> progress, CancellationToken cancellationToken)
    {
        var most = RecordsAtOnce;
        var first = walk.Last.Number;
        while (walk.Last.Number < to)
        {
            List<AuditRow> rows;
            try
            {
                rows = await store.ReadAsync(AuditFilter.Everything, walk.Last.Number, most, cancellationToken);
            }
            catch (Exception unreadable) when (unreadable is InvalidCastException or FormatException or OverflowException or ArgumentException or InvalidOperationException)
            {
                if (most == 1)
                {
                    var number = walk.Last.Number + 1;
                    return new ChainBreak(number, ChainBreakKind.Unreadable, $"Record {number} cannot be read: a column holds what the hub never writes.");
                }

                // One of them it is: the others are read one by one.
                most = 1;
                continue;
            }

            if (rows.Count == 0)
            {
                var number = walk.Last.Number + 1;
                return new ChainBreak(number, ChainBreakKind.Gap, $"Record {number} is missing: the records end there, and the chain ends at {to}.");
            }

            foreach (var row in rows.TakeWhile(row => row.Number <= to || walk.Last.Number < to))
            {
                if (walk.Last.Number < to && walk.Take(row) is { } broken)
                {
                    return broken;
                }
            }

            progress(walk.Checked, to - first);
        }

        return null;
    }

    /// <summary>Whether the chain begins and ends where the database says.</summary>
    private async Task<ChainBreak?> EndsAsync(ChainWalk walk, AuditEnds ends, CancellationToken cancellationToken)
    {
        if (walk.Last != ends.Last)
        {
            return new ChainBreak(walk.Last.Number, ChainBreakKind.End, $"The database says that the chain ends at {ends.Last}, and its last record is {walk.Last}.");
        }

        // Asked for in this order, since hubs go on: a number can only be behind the end.
        var greatest = await store.GreatestAsync(cancellationToken);
        var last = (await store.EndsAsync(cancellationToken)).Last.Number;
        if (greatest > last)
        {
            return new ChainBreak(greatest, ChainBreakKind.End, $"Record {greatest} stands behind the end of the chain, which is {last}.");
        }

        if (ends.Removed.Number > 0 && walk.Removal != ends.Removed.ToString())
        {
            var number = ends.Removed.Number + 1;
            return new ChainBreak(number, ChainBreakKind.Beginning, $"The chain begins at {number}, and no record says that those up to {ends.Removed} were removed because of their age.");
        }

        return seal.HasKey && walk.Checked > 0 && !walk.IsKeyed
            ? new ChainBreak(walk.Last.Number, ChainBreakKind.Seal, $"Record {walk.Last.Number} is the last one and is sealed with no key, though Hub:Audit:Key is set; a hub with a key seals a record when it starts.")
            : null;
    }

    /// <summary>Judges a place that the walk did not come to.</summary>
    private async Task<ChainBreak?> MissingAsync(AuditHead head, AuditEnds ends, CancellationToken cancellationToken)
    {
        var place = head.Number == ends.Removed.Number ? ends.Removed : await PlaceAsync(head.Number, cancellationToken);
        return place == head ? null
            : place is not null ? new ChainBreak(head.Number, ChainBreakKind.Expected, $"Record {head.Number} is another one than expected: it has the hash {place.Hash}, and expected was {head.Hash}.")
            : head.Number < ends.Removed.Number ? new ChainBreak(head.Number, ChainBreakKind.Expected, $"Record {head.Number} was removed because of its age, so that it cannot be compared; expect a later one.")
            : new ChainBreak(head.Number, ChainBreakKind.Expected, $"Record {head.Number} was expected and is missing: the chain ends at {ends.Last.Number}.");
    }

    private async Task<AuditHead?> PlaceAsync(long number, CancellationToken cancellationToken) =>
        number == 0 ? new AuditHead(0, AuditEncoding.NoHash)
        : await store.FindAsync(number, cancellationToken) is { } row ? new AuditHead(row.Number, row.Hash)
        : null;

    private static ChainVerdict Broken(AuditHead? last, long number, ChainBreakKind kind, string message) => new(0, last, new ChainBreak(number, kind, message));
}
