using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Booking;

/// <summary>What an operator wants, as read from the input of <c>$hold</c> or <c>$book</c>.</summary>
internal sealed record BookingQuestion
{
    public required RegulatorKey Regulator { get; init; }

    /// <summary>SAS territory of the regulator, or null.</summary>
    public string? Territory { get; init; }

    /// <summary>An act that <c>$hold</c> has opened; null for a new one.</summary>
    public string? OrientationId { get; init; }

    /// <summary>Whose slot, or who sees a patient in addition to availability; the default with <see cref="OrientationId"/>.</summary>
    public OwnerKey Owner { get; init; }

    /// <summary>Which slot of the owner; null for an act in addition to availability.</summary>
    public ulong? SlotId { get; init; }

    /// <summary>At which place an act in addition is; null when none was named.</summary>
    public PlaceId? Place { get; init; }
}
