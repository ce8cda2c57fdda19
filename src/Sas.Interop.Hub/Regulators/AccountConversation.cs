using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Persistence.Regulators;

namespace Sas.Interop.Hub.Regulators;

/// <summary>What is said to a vendor until it has an account as it is to be: a create that is refused becomes an update, an update that finds nobody a create.</summary>
/// <param name="vendor">The vendor.</param>
/// <param name="job">What to deliver.</param>
/// <param name="sure">Called once the vendor is sure to know the account by the identifier that is kept, while the rest is still to be said.</param>
internal sealed class AccountConversation(IRegulatorDirectory vendor, DeliveryJob job, Func<Task> sure)
{
    private readonly RegulatorAccount _account = ToAccount(job.Account.State);

    /// <returns>Null when the vendor has it; or why it has not.</returns>
    public async Task<HubError?> HoldAsync(CancellationToken cancellationToken)
    {
        // A create whose end was not seen is made again: an update could meet somebody who once had the identifier.
        if (job.Known is not { } known || (known == job.Account.Present && !job.IsSure))
        {
            return await CreateAsync(cancellationToken);
        }

        if (!job.IsSure)
        {
            var there = await vendor.CreateAsync(_account with { System = known.System, Value = known.Value, Others = [] }, cancellationToken);
            if (!there.IsSuccess && !IsRefusal(there.Error))
            {
                return there.Error;
            }

            await sure();
        }

        var updated = await vendor.UpdateAsync(known.System, known.Value, _account, cancellationToken);
        var isUnknown = updated is { IsSuccess: true, Value: false };
        if (updated is { IsSuccess: true, Value: true } || (!isUnknown && !IsRefusal(updated.Error)))
        {
            return updated.Error;
        }

        // An earlier attempt whose end was not seen may have given the account its new identifier, and not every vendor keeps the old one.
        if (known != job.Account.Present)
        {
            var again = await vendor.UpdateAsync(_account.System, _account.Value, _account, cancellationToken);
            if (again is { IsSuccess: true, Value: true } || (!again.IsSuccess && !IsRefusal(again.Error)))
            {
                return again.Error;
            }
        }

        return isUnknown ? await CreateAsync(cancellationToken) : updated.Error;
    }

    public static bool IsRefusal(HubError? error) => error?.Code is HubErrorCode.VendorRejectedRequest or HubErrorCode.VendorUnknownTarget;

    private async Task<HubError?> CreateAsync(CancellationToken cancellationToken)
    {
        var created = await vendor.CreateAsync(_account, cancellationToken);
        if (created is { IsSuccess: true, Value: true } || (!created.IsSuccess && !IsRefusal(created.Error)))
        {
            return created.Error;
        }

        // Vendors refuse an account that they have in ways of their own (the kit takes any 4xx or 5xx), so every refusal is asked about.
        var updated = await vendor.UpdateAsync(_account.System, _account.Value, _account, cancellationToken);
        return updated switch
        {
            { IsSuccess: true, Value: true } => null,
            { IsSuccess: true } => created.Error ?? new HubError(HubErrorCode.VendorRejectedRequest, "The vendor says of the account both that it has it and that it does not."),
            _ => IsRefusal(updated.Error) ? created.Error ?? updated.Error : updated.Error,
        };
    }

    private static RegulatorAccount ToAccount(RegulatorState state) =>
        new(state.Identifiers[0].System, state.Identifiers[0].Value, state.Family, state.Given, state.Email, state.Active) { Others = [.. state.Identifiers.Skip(1)] };
}
