namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>Opens acts: the regulator is known, the slot is this act's alone, and the request's key leads here, or nothing is kept.</summary>
internal sealed class BookingOpener(StorageGuard storage, OrientationJournal journal)
{
    /// <param name="start">The act.</param>
    /// <param name="bind">Notes the act with the request's key; false when another request was first.</param>
    /// <param name="cancellationToken">Ends the wait for a turn.</param>
    /// <exception cref="StorageUnavailableException">The database failed.</exception>
    public Task<BookingOpening> OpenAsync(BookingStart start, Func<StorageChange, Task<bool>> bind, CancellationToken cancellationToken) => storage.ChangeAsync(
        async change =>
        {
            var opening = await OpenAsync(change, start, bind, cancellationToken);
            if (opening != BookingOpening.Open)
            {
                change.Decline();
            }

            return opening;
        },
        cancellationToken);

    private async Task<BookingOpening> OpenAsync(StorageChange change, BookingStart start, Func<StorageChange, Task<bool>> bind, CancellationToken cancellationToken)
    {
        var row = start.Row;
        if (!await RegulatorAliases.IsActiveAsync(change.Context, start.Regulator, cancellationToken))
        {
            return BookingOpening.RegulatorUnknown;
        }

        if (start.ClaimKey is { } key
            && !await SlotClaims.TryTakeAsync(change.Context, new SlotClaimRow { Key = key, OrientationId = row.Id, ExpiresAt = row.ExpiresAt }, row.CreatedAt, cancellationToken))
        {
            return BookingOpening.Taken;
        }

        // Before the row is added, since the binding saves nothing by itself and may still refuse.
        if (!await bind(change))
        {
            return BookingOpening.UnderWay;
        }

        journal.Open(change.Context, row, start.Cause);
        return BookingOpening.Open;
    }
}
