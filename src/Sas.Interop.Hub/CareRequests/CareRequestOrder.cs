using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Booking;

namespace Sas.Interop.Hub.CareRequests;

/// <summary>What the platform asks for, read from a ServiceRequest.</summary>
/// <param name="Owner">The practitioner.</param>
/// <param name="Regulator">Who asks.</param>
/// <param name="Status"><c>active</c>, or <c>revoked</c> to take a request back.</param>
internal sealed record CareRequestOrder(OwnerKey Owner, RegulatorKey Regulator, string Status)
{
    /// <summary>Identifier of the place as it was given: value, and system or null; null when no place is meant.</summary>
    public (string? System, string Value)? Place { get; init; }

    /// <summary>SAS territory of the one who asks, or null.</summary>
    public string? Territory { get; init; }
}
