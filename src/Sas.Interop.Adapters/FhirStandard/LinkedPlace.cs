using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>What a schedule leads to: whose agenda it is, and where.</summary>
/// <param name="Owners">The national identifiers of the owner that could be read, the preferred one first; never empty.</param>
/// <param name="Details">Names.</param>
/// <param name="Place">The place.</param>
/// <param name="Closed">Whether the schedule or the role is marked as no longer in use.</param>
internal sealed record LinkedPlace(IReadOnlyList<OwnerKey> Owners, OwnerDetails Details, PlaceDetails Place, bool Closed);
