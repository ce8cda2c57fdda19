using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>Which slots an appointment fills: an appointment names neither slot nor place (CONTRACT §2.4), and nobody is at two places at once.</summary>
/// <param name="Owner">Whose.</param>
/// <param name="Start">Start of the appointment.</param>
/// <param name="VendorId">The vendor whose slots are meant; null for those of every vendor.</param>
internal readonly record struct TakenSlot(OwnerKey Owner, DateTimeOffset Start, string? VendorId)
{
    /// <summary>The vendor whose word lets go of a slot that was taken of every vendor; null when no single vendor's does.</summary>
    public string? By { get; init; }
}
