using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Contracts.Adapters;

/// <summary>An adapter whose vendor keeps regulator accounts (INT_R02).</summary>
public interface IRegulatorDirectory
{
    /// <summary>Creates an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>True when it was made, false when the vendor has one with this identifier already (D54); or why the call failed. After a time-out it may have been made all the same.</returns>
    ValueTask<Outcome<bool>> CreateAsync(RegulatorAccount account, CancellationToken cancellationToken);

    /// <summary>Updates the account known by an identifier; withdrawal is an update with <see cref="RegulatorAccount.Active"/> false (CONTRACT §4.2).</summary>
    /// <param name="system">System of the identifier that the vendor knows.</param>
    /// <param name="value">Its value.</param>
    /// <param name="account">The new state.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>True when the account is now as given, be it that the vendor made it (D53); false when the vendor does not know it and made nothing; or why the call failed.</returns>
    ValueTask<Outcome<bool>> UpdateAsync(string system, string value, RegulatorAccount account, CancellationToken cancellationToken);
}
