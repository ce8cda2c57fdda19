using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Persistence.WarmStart;

namespace Sas.Interop.Hub.Tests.Persistence.WarmStart;

/// <summary>Ready-made pieces of the file.</summary>
internal static class Saved
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);

    public static readonly SavedVendor Vendor = new("vendor-a", "source-a", TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromMinutes(10));

    public static readonly SlotKind Kind = new()
    {
        Types = SlotTypes.Public | SlotTypes.Cpts,
        Consultations = ConsultationTypes.Ambulatory,
        Mode = BookingMode.Routine,
        Reasons = ["Consultation", "Première consultation"],
        Specialties = [new Specialty("SM54", null), new Specialty(null, "Médecine du sport")],
        Communities = [new Cpts("1750000018", "CPTS du Parc", null)],
    };

    public static WarmStartFile File(string folder, long maxBytes = 1024 * 1024 * 1024) =>
        new(folder, Options.Create(new WarmStartOptions { MaxBytes = maxBytes }));

    public static OwnerKey Key(int number) => OwnerKey.Create(OwnerKind.Practitioner, $"8{number:00000000000}");

    public static SavedLane Lane(int slots = 3, params byte[]?[] pages) => new()
    {
        Vendor = Vendor,
        Place = new PlaceDetails { Key = "p1", Line = "1 rue du Parc", City = "Paris", PostalCode = "75001" },
        Owner = new OwnerDetails("MARTIN", ["Jeanne"], null),
        Slots = new byte[slots * WarmStartFormat.SlotBytes],
        Kinds = [.. pages.Select(static page => new SavedKind(Kind, page))],
        SeenAt = Now,
        DataTime = Now.AddMinutes(-1),
    };

    public static SavedOwner Owner(int number, params SavedLane[] lanes) =>
        new(Key(number), Now.AddHours(-1), lanes, [new SavedSighting(Vendor, null, Now), new SavedSighting(Vendor, "p1", Now)]);

    public static SavedOwner[] Owners(int count, int slots = 3) => [.. Enumerable.Range(0, count).Select(number => Owner(number, Lane(slots, null, [1, 2], [1, 2])))];

    /// <summary>What was saved, in words: equal texts say equal things.</summary>
    public static string Print(SavedOwner owner) => $"{owner.Owner} {owner.ChangedAt:O}\n"
        + string.Join('\n', owner.Lanes.Select(static lane =>
            $"  {lane.Vendor} {lane.Place} {Print(lane.Owner)} {lane.SeenAt:O} {lane.DataTime:O} {Convert.ToHexString(lane.Slots.Span)} {string.Join('+', lane.Kinds.Select(Print))}"))
        + string.Join('\n', owner.Sightings.Select(static sighting => $"  {sighting}"));

    private static string Print(OwnerDetails? owner) => owner is null ? "-" : $"{owner.Family}/{string.Join('|', owner.Given)}/{owner.Phone}";

    private static string Print(SavedKind kind) =>
        $"{kind.Kind.Types}/{kind.Kind.Consultations}/{kind.Kind.Mode}/{string.Join('|', kind.Kind.Reasons)}/{string.Join('|', kind.Kind.Specialties)}"
        + $"/{string.Join('|', kind.Kind.Communities)}/{(kind.Page is null ? "-" : Convert.ToHexString(kind.Page))}";
}
