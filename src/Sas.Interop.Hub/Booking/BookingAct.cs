using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Booking;

/// <summary>One act under way for one request.</summary>
/// <param name="Row">The act as it was last read.</param>
/// <param name="Ticket">The request's key.</param>
/// <param name="Books">Whether the operator wants it booked, or held only.</param>
internal sealed record BookingAct(OrientationRow Row, IdempotencyTicket Ticket, bool Books)
{
    /// <summary>Root of the hub as the caller sees it, without a slash at its end.</summary>
    public required string Root { get; init; }

    /// <summary>What the operator should know beside the result; null when there is nothing.</summary>
    public string? Warning { get; init; }

    public OwnerKey Owner => OwnerKey.Create((OwnerKind)Row.OwnerKind, Row.Owner);

    public RegulatorKey Regulator => new(Row.RegulatorSystem, Row.RegulatorValue);

    public SlotFlow? Flow => Row.Kind == nameof(OrientationKind.Cpts) ? SlotFlow.Community : null;

    /// <summary>What the vendor is asked; the same in each repetition.</summary>
    public BookingRequest ToRequest(RegulatorKey regulator) => RequestOf(Row, regulator);

    public static BookingRequest RequestOf(OrientationRow row, RegulatorKey regulator) => new(
        row.Id,
        OwnerKey.Create((OwnerKind)row.OwnerKind, row.Owner),
        row.PlaceKey ?? string.Empty,
        row.SlotStart ?? throw new InvalidOperationException("An act without a slot is not asked of a vendor."),
        row.SlotEnd ?? throw new InvalidOperationException("An act without a slot is not asked of a vendor."))
    {
        Regulator = regulator,
    };
}
