using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>Whether an owner's slots are shown at all (PLATFORM §8): what the owner says itself goes before the directory.</summary>
internal static class Refusal
{
    /// <summary>Whether the directory says that no slot is shown, and the owner has said nothing.</summary>
    public static bool IsListed(IDirectoryLookup directory, OwnerKey owner, OwnerPreference? preference) =>
        preference?.RefusesSlots is null && directory.Find(owner) is { RefusesSlots: true };

    public static bool Holds(IDirectoryLookup directory, OwnerKey owner, OwnerPreference? preference) =>
        preference?.RefusesSlots == true || IsListed(directory, owner, preference);
}
