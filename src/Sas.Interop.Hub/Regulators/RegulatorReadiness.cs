using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Persistence.Regulators;

namespace Sas.Interop.Hub.Regulators;

/// <summary>Delivers an account now, because its owner is about to be sent to the vendor.</summary>
internal sealed class RegulatorReadiness(RegulatorStore store, DeliveryBook book, RegulatorCourier courier, RegulatorVendors vendors, TimeProvider time) : IRegulatorReadiness
{
    // Another hub may be at it; its end is seen in the database alone.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public async Task<Outcome<RegulatorKey>> EnsureAsync(RegulatorKey regulator, string vendorId, TimeSpan within, CancellationToken cancellationToken)
    {
        var named = RegulatorIdentifiers.Kept(regulator.System) is { } system ? regulator with { System = system } : regulator;
        if (await store.FindAsync(named, cancellationToken) is not { State.Active: true } account)
        {
            return new HubError(HubErrorCode.BusinessRule, "No account of a regulator has this identifier, or it is withdrawn.");
        }

        if (!vendors.Takes(vendorId))
        {
            return account.Present;
        }

        var key = new DeliveryKey(account.Id, vendorId);
        if (await book.FindAsync(key, cancellationToken) is { } row && IsSettled(row))
        {
            return Verdict(row);
        }

        using var late = new CancellationTokenSource(within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await AttemptAsync(key, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return await LateAsync(key, within, cancellationToken);
        }

        return await book.FindAsync(key, cancellationToken) is { } now ? Verdict(now) : Missing();
    }

    private async Task AttemptAsync(DeliveryKey key, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(key, cancellationToken) is null)
        {
            await book.AddAsync(key, cancellationToken);
        }

        await book.RestartAsync(key, cancellationToken);
        var asked = time.GetUtcNow();
        await courier.DeliverAsync(key, early: true).WaitAsync(cancellationToken);
        while (await book.FindAsync(key, cancellationToken) is { } row && !IsSettled(row) && (row.AttemptedAt < asked || row.ClaimedUntil > time.GetUtcNow()))
        {
            await Task.Delay(Look, time, cancellationToken);
            await courier.DeliverAsync(key, early: true).WaitAsync(cancellationToken);
        }
    }

    private async Task<Outcome<RegulatorKey>> LateAsync(DeliveryKey key, TimeSpan within, CancellationToken cancellationToken)
    {
        var row = await book.FindAsync(key, cancellationToken);
        return row is not null && CanWork(row) is { } known
            ? known
            : new HubError(HubErrorCode.VendorTimeout, $"The vendor did not take the regulator's account within {within.TotalSeconds:0.###} s; it is being tried further.");
    }

    /// <summary>Whether an attempt would change nothing: the vendor has the last version, or has refused it.</summary>
    private static bool IsSettled(RegulatorDeliveryRow row) => row.State is nameof(DeliveryState.Delivered) or nameof(DeliveryState.Refused);

    private static Outcome<RegulatorKey> Verdict(RegulatorDeliveryRow row)
    {
        if (CanWork(row) is { } known)
        {
            return known;
        }

        return row.Error is { } error && Enum.TryParse<HubErrorCode>(error, out var code)
            ? new HubError(code, row.ErrorDetail ?? string.Empty)
            : Missing();
    }

    private static HubError Missing() => new(HubErrorCode.VendorFailed, "The vendor does not have the regulator's account yet.");

    /// <summary>How the vendor knows the regulator: an earlier state is good enough to work with, unless it was a withdrawal.</summary>
    private static RegulatorKey? CanWork(RegulatorDeliveryRow row) =>
        row is { DeliveredVersion: > 0, DeliveredActive: true, System: { } system, Value: { } value } ? new RegulatorKey(system, value) : null;
}
