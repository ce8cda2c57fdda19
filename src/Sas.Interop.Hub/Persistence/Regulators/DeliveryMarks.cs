using Microsoft.EntityFrameworkCore;

using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Persistence.Regulators;

/// <summary>Says in the transaction of a change which vendors are to be told of it.</summary>
internal static class DeliveryMarks
{
    /// <summary>An account has a new version.</summary>
    public static async Task ChangedAsync(HubContext context, RegulatorRow account, IReadOnlyList<string> vendors, CancellationToken cancellationToken)
    {
        var own = context.Set<RegulatorDeliveryRow>().Where(row => row.RegulatorId == account.Id);
        var present = await own.Select(static row => row.VendorId).ToListAsync(cancellationToken);
        await WantAsync(own.Where(row => account.Active || row.KnownKey != null), account, DeliveryState.Pending, cancellationToken);
        if (!account.Active)
        {
            await WantAsync(own.Where(static row => row.KnownKey == null), account, DeliveryState.NotNeeded, cancellationToken);
        }

        foreach (var vendor in vendors.Except(present, StringComparer.Ordinal))
        {
            context.Add(New(account, vendor, account.UpdatedAt));
        }
    }

    /// <summary>A row for a vendor that has none for an account.</summary>
    public static RegulatorDeliveryRow New(RegulatorRow account, string vendorId, DateTimeOffset now) => new()
    {
        RegulatorId = account.Id,
        VendorId = vendorId,
        State = (account.Active ? DeliveryState.Pending : DeliveryState.NotNeeded).ToString(),
        WantedVersion = account.Version,
        Since = now,
        DueAt = account.Active ? now : null,
        Trace = TraceContext.Parent,
    };

    private static async Task WantAsync(IQueryable<RegulatorDeliveryRow> rows, RegulatorRow account, DeliveryState state, CancellationToken cancellationToken)
    {
        var (name, version, now) = (state.ToString(), account.Version, account.UpdatedAt);
        DateTimeOffset? due = state == DeliveryState.Pending ? now : null;
        var trace = TraceContext.Parent;
        await rows.ExecuteUpdateAsync(
            set => set.SetProperty(static row => row.State, name)
                .SetProperty(static row => row.WantedVersion, version)
                .SetProperty(static row => row.Attempts, 0)
                .SetProperty(static row => row.Since, now)
                .SetProperty(static row => row.DueAt, due)
                .SetProperty(static row => row.Trace, trace)
                .SetProperty(static row => row.Error, (string?)null)
                .SetProperty(static row => row.ErrorDetail, (string?)null),
            cancellationToken);
    }
}
