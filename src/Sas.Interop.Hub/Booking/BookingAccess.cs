using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Booking;

/// <summary>Finds an act that is open, for the regulator who opened it.</summary>
internal sealed class BookingAccess(StorageGuard storage, BookingSteps steps)
{
    /// <returns>The act; null with why not.</returns>
    public async Task<(OrientationRow? Row, WriteAnswer Refusal)> FindAsync(string id, RegulatorKey regulator)
    {
        var row = await steps.ReadAsync(id, CancellationToken.None);
        if (row is null || row.Kind == nameof(OrientationKind.Marketplace))
        {
            return (null, BookingAnswers.Refused(HubErrorCode.NotFound, "No act of booking has this id."));
        }

        var isSame = await storage.UseAsync(async context =>
            (await RegulatorAliases.KeysAsync(context, regulator, CancellationToken.None)).Contains(IdentifierKey.Of(row.RegulatorSystem, row.RegulatorValue)));
        return isSame ? (row, BookingAnswers.Refused(HubErrorCode.Internal, string.Empty)) : (null, BookingAnswers.Refused(HubErrorCode.BusinessRule, "Another regulator opened this act."));
    }
}
