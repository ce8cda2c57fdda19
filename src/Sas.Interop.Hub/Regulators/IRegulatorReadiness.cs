using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Regulators;

/// <summary>Sees to it that a vendor knows a regulator before the regulator is sent there.</summary>
internal interface IRegulatorReadiness
{
    /// <summary>
    /// Delivers the account to the vendor now unless it is there already. A vendor without the capability <c>regulators</c> needs no account: the present identifier is given.
    /// </summary>
    /// <param name="regulator">Any identifier that the account has or had.</param>
    /// <param name="vendorId">The vendor.</param>
    /// <param name="within">How long the caller waits; a delivery that is late goes on.</param>
    /// <param name="cancellationToken">The caller left.</param>
    /// <returns>
    /// How the vendor knows the regulator. <c>BusinessRule</c> when no account has the identifier or the account is withdrawn; the vendor's error when the account is not there
    /// and could not be delivered. A vendor that has an earlier state of the account gives no error: the regulator can work there.
    /// </returns>
    /// <exception cref="Persistence.StorageUnavailableException">The database failed.</exception>
    Task<Outcome<RegulatorKey>> EnsureAsync(RegulatorKey regulator, string vendorId, TimeSpan within, CancellationToken cancellationToken);
}
