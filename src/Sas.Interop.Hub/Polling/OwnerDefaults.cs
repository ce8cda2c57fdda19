using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Configuration.Directories;

namespace Sas.Interop.Hub.Polling;

/// <summary>Fills in from the directory what a vendor does not tell of an owner and its places; what it tells goes before.</summary>
internal static class OwnerDefaults
{
    public static Snapshot Complete(Snapshot snapshot, PullTarget target, DirectoryOwner? listed) => snapshot with
    {
        Owner = Complete(snapshot.Owner, target.OwnerDetails),
        OwnerSpecialties = snapshot.OwnerSpecialties.Count > 0 ? snapshot.OwnerSpecialties : target.Specialties,
        Schedules = Complete(snapshot.Schedules, PlacesOf(target, listed)),
    };

    private static OwnerDetails? Complete(OwnerDetails? told, OwnerDetails? known) => told is null || known is null
        ? told ?? known
        : new OwnerDetails(told.Family ?? known.Family, told.Given.Count > 0 ? told.Given : known.Given, told.Phone ?? known.Phone);

    private static IReadOnlyList<PlaceDetails> PlacesOf(PullTarget target, DirectoryOwner? listed) => (target.Place, listed?.Places ?? []) switch
    {
        (null, var places) => places,
        ({ } own, []) => [own],
        ({ } own, var places) => places.Any(place => place.Key == own.Key) ? places : [own, .. places],
    };

    private static IReadOnlyList<ScheduleSlots> Complete(IReadOnlyList<ScheduleSlots> told, IReadOnlyList<PlaceDetails> known)
    {
        if (known.Count == 0 || told.All(static schedule => IsWhole(schedule.Place)))
        {
            return told;
        }

        // Where each side knows one place, they are one, unless what they tell of it speaks against it.
        var only = told.Count == 1 && known is [var single] ? single : null;
        return [.. told.Select(schedule => KnownPlace.Find(schedule.Place, known, only) is { } place ? schedule with { Place = Complete(schedule.Place, place) } : schedule)];
    }

    private static bool IsWhole(PlaceDetails place) =>
        place is { Phone: not null, StructureId: not null, Name: not null, TimeZone: not null, Line: not null, City: not null, PostalCode: not null };

    /// <summary>An address is taken whole or not at all, since half of one and half of another is nowhere.</summary>
    private static PlaceDetails Complete(PlaceDetails told, PlaceDetails known)
    {
        var hasAddress = told.Line is not null || told.City is not null || told.PostalCode is not null;
        return told with
        {
            StructureId = told.StructureId ?? known.StructureId,
            Name = told.Name ?? known.Name,
            Phone = told.Phone ?? known.Phone,
            TimeZone = told.TimeZone ?? known.TimeZone,
            Line = hasAddress ? told.Line : known.Line,
            City = hasAddress ? told.City : known.City,
            PostalCode = hasAddress ? told.PostalCode : known.PostalCode,
        };
    }
}
