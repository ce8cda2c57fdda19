using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Polling;

/// <summary>Fills in from the directory what a vendor does not tell of an owner; what it tells goes before.</summary>
internal static class OwnerDefaults
{
    public static Snapshot Complete(Snapshot snapshot, PullTarget target) => snapshot with
    {
        Owner = Complete(snapshot.Owner, target.OwnerDetails),
        OwnerSpecialties = snapshot.OwnerSpecialties.Count > 0 ? snapshot.OwnerSpecialties : target.Specialties,
    };

    private static OwnerDetails? Complete(OwnerDetails? told, OwnerDetails? known) => told is null || known is null
        ? told ?? known
        : new OwnerDetails(told.Family ?? known.Family, told.Given.Count > 0 ? told.Given : known.Given, told.Phone ?? known.Phone);
}
