using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Contracts.Adapters;

/// <summary>An adapter whose vendor keeps regulator accounts (INT_R02).</summary>
public interface IRegulatorDirectory
{
    /// <summary>Creates an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it was new, or why the call failed.</returns>
    ValueTask<Outcome<bool>> CreateAsync(RegulatorAccount account, CancellationToken cancellationToken);

    /// <summary>Updates the account known by an identifier; withdrawal is an update with <see cref="RegulatorAccount.Active"/> false (CONTRACT §4.2).</summary>
    /// <param name="system">System of the identifier that the vendor knows.</param>
    /// <param name="value">Its value.</param>
    /// <param name="account">The new state.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether the account was known, or why the call failed.</returns>
    ValueTask<Outcome<bool>> UpdateAsync(string system, string value, RegulatorAccount account, CancellationToken cancellationToken);
}
