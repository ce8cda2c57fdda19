using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>What the directory tells of one owner.</summary>
/// <param name="Details">Names.</param>
/// <param name="Specialties">Specialties; may be empty.</param>
/// <param name="Places">Places in the order of their ids; empty when only vendors know them.</param>
/// <param name="RefusesSlots">Whether the practitioner refuses that slots of booking products are shown (PLATFORM §8).</param>
internal sealed record DirectoryOwner(OwnerDetails Details, IReadOnlyList<Specialty> Specialties, IReadOnlyList<PlaceDetails> Places, bool RefusesSlots);
