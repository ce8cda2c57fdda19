using System.Collections.Concurrent;

using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.CareRequests;

/// <summary>What vendors said of who can be asked for care. A yes or no is good for a while; a failure is nobody's answer and leaves the last one as it is.</summary>
internal sealed class EquippedAnswers(MarketplaceVendors vendors, TimeProvider time, IOptions<CareRequestsOptions> options)
{
    private readonly ConcurrentDictionary<(string VendorId, OwnerKey Owner), (bool Yes, DateTimeOffset At)> _answers = new();
    private readonly TimeSpan _goodFor = options.Value.EquippedFor;

    /// <returns>The vendor's answer while it is good; null when it must be asked.</returns>
    public bool? Find(string vendorId, OwnerKey owner) =>
        _answers.TryGetValue((vendorId, owner), out var answer) && answer.At + _goodFor > time.GetUtcNow() ? answer.Yes : null;

    /// <summary>Whether the vendor last said yes, up to twice as long ago as an answer is good: its failure takes nobody's marketplace away at once.</summary>
    public bool FindLast(string vendorId, OwnerKey owner) => _answers.TryGetValue((vendorId, owner), out var answer) && answer.Yes && answer.At + (2 * _goodFor) > time.GetUtcNow();

    /// <summary>Asks the vendor, unless its last answer is good.</summary>
    /// <param name="vendorId">The vendor.</param>
    /// <param name="owner">The practitioner.</param>
    /// <param name="within">How long the caller waits.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Outcome<bool>> AskAsync(string vendorId, OwnerKey owner, TimeSpan within, CancellationToken cancellationToken)
    {
        if (Find(vendorId, owner) is { } known)
        {
            return known;
        }

        if (vendors.DeskOf(vendorId) is not { } desk)
        {
            return new HubError(HubErrorCode.VendorUnreachable, "The vendor is not at work, or its dialect has no marketplace.");
        }

        using var timeout = new CancellationTokenSource(within, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        Outcome<bool> outcome;
        try
        {
            outcome = await desk.IsEquippedAsync(owner, linked.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new HubError(HubErrorCode.VendorTimeout, "The vendor did not say in time whether the practitioner takes care requests.");
        }

        if (outcome.IsSuccess)
        {
            _answers[(vendorId, owner)] = (outcome.Value, time.GetUtcNow());
        }

        return outcome;
    }

    /// <summary>Forgets what vendors said whose settings changed, or who are gone.</summary>
    public void Forget(IReadOnlySet<string> vendorIds)
    {
        foreach (var key in _answers.Keys.Where(key => vendorIds.Contains(key.VendorId)))
        {
            _answers.TryRemove(key, out _);
        }
    }
}
