using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>What the directory tells of one owner.</summary>
/// <param name="Details">Names.</param>
/// <param name="Specialties">Specialties; may be empty.</param>
/// <param name="Places">Places in the order of their ids; empty when only vendors know them.</param>
internal sealed record DirectoryOwner(OwnerDetails Details, IReadOnlyList<Specialty> Specialties, IReadOnlyList<PlaceDetails> Places);
