using System.Threading.Channels;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.CareRequests;

/// <summary>
/// Keeps the board of who can be asked for care: after each change of vendors or directory, and when answers grow old. Vendors are asked one practitioner after
/// the other, within their own limits, and never while somebody waits for a search.
/// </summary>
internal sealed class MarketplaceWatch(
    MarketplaceVendors vendors,
    IDirectory directory,
    EquippedAnswers answers,
    MarketplaceBoard board,
    MarketplaceTimes times) : BackgroundService, IVendorCatalogListener
{
    /// <summary>Failures of one vendor in a row after which it is left alone until the next round.</summary>
    private const int MostFailures = 3;

    private static readonly TimeSpan Publishing = TimeSpan.FromSeconds(10);
    private readonly Lock _publishing = new();

    // One bell is as good as many.
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Asks anew before the pause is over.</summary>
    public Task OnChangedAsync(VendorCatalogChange change, CancellationToken cancellationToken)
    {
        answers.Forget(change.Changed.Select(static vendor => vendor.Id).Concat(change.Removed).ToHashSet(StringComparer.Ordinal));
        _bell.Writer.TryWrite(true);
        return Task.CompletedTask;
    }

    /// <summary>One round: asks what is not known, all vendors beside each other, and puts the board in force.</summary>
    /// <returns>Whether every vendor could be asked.</returns>
    public async Task<bool> RoundAsync(CancellationToken cancellationToken)
    {
        var whole = await Task.WhenAll(vendors.All().Select(vendorId => AskAsync(vendorId, cancellationToken)));
        Publish();
        return whole.All(static asked => asked);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            using var turn = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var bell = _bell.Reader.ReadAsync(turn.Token).AsTask();
            var work = TurnAsync(turn.Token);
            await Task.WhenAny(bell, work);
            await turn.CancelAsync();
            try
            {
                await Task.WhenAll(bell, work);
            }
            catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
            {
                continue; // Whichever was not first was cancelled; what vendors said in a round that is cut short is kept.
            }
        }
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        var pause = await RoundAsync(cancellationToken) ? times.Renewal : times.Retry;
        await Task.Delay(pause, times.Time, cancellationToken);
    }

    /// <returns>Whether the vendor answered.</returns>
    private async Task<bool> AskAsync(string vendorId, CancellationToken cancellationToken)
    {
        var failures = 0;
        var published = times.Time.GetTimestamp();
        foreach (var owner in OwnersOf(vendorId))
        {
            var code = await AskAsync(vendorId, owner, cancellationToken);
            failures = code is null ? 0 : failures + 1;
            if (code is { } reason && failures == MostFailures)
            {
                times.Logger.MarketplaceNotAsked(vendorId, reason);
                return false;
            }

            if (times.Time.GetElapsedTime(published) >= Publishing)
            {
                Publish();
                published = times.Time.GetTimestamp();
            }
        }

        return failures == 0;
    }

    private async Task<HubErrorCode?> AskAsync(string vendorId, OwnerKey owner, CancellationToken cancellationToken)
    {
        try
        {
            return (await answers.AskAsync(vendorId, owner, times.Patience, cancellationToken)).Error?.Code;
        }
        catch (Exception defect) when (defect is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The edge of a vendor: what goes wrong with one must not keep the others from being asked.
            return HubErrorCode.Internal;
        }
    }

    private IEnumerable<OwnerKey> OwnersOf(string vendorId) =>
        directory.TargetsOf(vendorId).Select(static target => target.Owner).Where(static owner => owner.Kind == OwnerKind.Practitioner).Distinct();

    private void Publish()
    {
        var offers = new Dictionary<OwnerKey, List<string>>();
        foreach (var vendorId in vendors.All())
        {
            foreach (var owner in OwnersOf(vendorId).Where(owner => answers.FindLast(vendorId, owner)))
            {
                if (!offers.TryGetValue(owner, out var named))
                {
                    offers[owner] = named = [];
                }

                named.Add(vendorId);
            }
        }

        var next = offers.ToDictionary(static pair => pair.Key, static pair => (IReadOnlyList<string>)pair.Value);
        int changed;
        lock (_publishing)
        {
            changed = board.Replace(next, times.Time.GetUtcNow());
        }

        if (changed > 0)
        {
            times.Logger.MarketplaceChanged(changed, board.Owners.Count);
        }
    }
}
