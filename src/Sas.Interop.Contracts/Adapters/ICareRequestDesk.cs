using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Contracts.Adapters;

/// <summary>An adapter whose vendor offers a marketplace ("place de marché").</summary>
public interface ICareRequestDesk
{
    /// <summary>Tells whether requests for care can be sent to an owner.</summary>
    /// <param name="owner">The practitioner.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer, or why there is none.</returns>
    ValueTask<Outcome<bool>> IsEquippedAsync(OwnerKey owner, CancellationToken cancellationToken);

    /// <summary>Builds the address of the vendor's page for one request, without the <c>origin</c> parameter.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>An absolute address, or why there is none.</returns>
    ValueTask<Outcome<Uri>> CreateLinkAsync(CareRequest request, CancellationToken cancellationToken);
}
