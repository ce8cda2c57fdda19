using System.Threading.RateLimiting;

using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Persistence;

namespace Sas.Interop.Hub.Preferences;

/// <summary>Changes preferences: on disk first, then on the board that searches read, one change after the other so that both end the same.</summary>
internal sealed class PreferenceKeeper(
    PreferenceStore store,
    PreferenceBoard board,
    IOptions<PreferencesOptions> options,
    TimeProvider time,
    ILogger<PreferenceKeeper> logger) : IDisposable
{
    /// <summary>Changes that may wait for their turn.</summary>
    public const int MostWaiting = 256;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly ConcurrencyLimiter _turns = new(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = MostWaiting });
    private long _revision;

    /// <summary>Puts everything that is kept on the board.</summary>
    /// <exception cref="StorageUnavailableException">The database cannot be read.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var owners = 0;
        _revision = await store.ReadAsync(
            0,
            stored =>
            {
                owners += stored.Content is null ? 0 : 1;
                Show(stored);
            },
            cancellationToken);
        logger.PreferencesLoaded(owners, _revision);
    }

    /// <summary>Changes what one owner declares. When it returns <see cref="ChangeVerdict.Made"/>, the change is on disk and in every search.</summary>
    /// <exception cref="StorageUnavailableException">The database failed; whether the change was kept is not known.</exception>
    public async Task<PreferenceChanged> ChangeAsync(OwnerKey owner, Func<StoredPreference?, PreferenceChange?> decide, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(LongestWait, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var turn = await TurnAsync(linked.Token, timeout.Token);
        if (turn is not { IsAcquired: true })
        {
            return new PreferenceChanged(ChangeVerdict.Busy, null, false);
        }

        // From here on the caller's leaving changes nothing: what is begun is ended, on disk and on the board.
        var changed = await store.ChangeAsync(owner.ToString(), options.Value.MaxOwners, decide, CancellationToken.None);
        if (changed is { Verdict: ChangeVerdict.Made, Now: { } now })
        {
            logger.PreferencesChanged(now.Owner, now.Revision);
        }

        if (changed.Now is { } kept && kept.Revision > _revision)
        {
            await CatchUpAsync(kept);
        }

        return changed;
    }

    public void Dispose() => _turns.Dispose();

    private async Task<RateLimitLease?> TurnAsync(CancellationToken either, CancellationToken timeout)
    {
        try
        {
            return await _turns.AcquireAsync(1, either);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return null;
        }
    }

    // A gap in the revisions is a change whose commit ended in doubt, or that another hub made on the same file.
    private async Task CatchUpAsync(StoredPreference kept)
    {
        Show(kept);
        _revision = kept.Revision == _revision + 1 ? kept.Revision : await store.ReadAsync(_revision, Show, CancellationToken.None);
    }

    private void Show(StoredPreference stored)
    {
        if (!OwnerIds.TryParse(stored.Owner, out var owner))
        {
            logger.PreferencesUnreadable(stored.Owner);
        }
        else if (stored.Content is null)
        {
            board.Set(owner, null);
        }
        else if (PreferenceDocument.Parse(stored.Content) is { } document)
        {
            board.Set(owner, document.ToPreference());
        }
        else
        {
            logger.PreferencesUnreadable(stored.Owner);
            board.Set(owner, PreferenceDocument.Unreadable.ToPreference());
        }
    }
}
