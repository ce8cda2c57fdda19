using Sas.Interop.Contracts.Availability;
using Sas.Interop.MockVendors.Sandbox;

namespace Sas.Interop.Scenarios.Tests.Access;

/// <summary>One vendor's data in the hub, with a mark in everything that only its owner may read, and addresses that do not hold the mark.</summary>
internal sealed class Tenant(string id, string mark, int number)
{
    public const string IdOfA = "alfa-agenda";
    public const string IdOfB = "bravo-agenda";
    public const string Value = "case-1";
    public static readonly OwnerKey Shared = OwnerKey.Create(OwnerKind.Practitioner, CheckDigits.Practitioner(9_300));

    /// <summary>The vendor's id, which holds the mark, and which no address but its own holds.</summary>
    public string Id => id;

    /// <summary>A word that stands in this vendor's data and nowhere else.</summary>
    public string Mark => mark;

    public string System => $"https://rdv.{mark}.example/appointments";

    public OwnerKey Practitioner { get; } = OwnerKey.Create(OwnerKind.Practitioner, CheckDigits.Practitioner(9_300 + number));

    /// <summary>One whom the other vendor speaks of too, in some tests.</summary>
    public OwnerKey Contested { get; } = OwnerKey.Create(OwnerKind.Practitioner, CheckDigits.Practitioner(9_310 + number));

    public OwnerKey Association { get; } = OwnerKey.Create(OwnerKind.Association, CheckDigits.Siret(9_300 + number));

    public string Finess { get; } = CheckDigits.Finess("75", 930 + number);

    /// <summary>The time of one slot that no other vendor has.</summary>
    public int Hour => 4 + number;

    public string PlaceOfPractitioner { get; set; } = string.Empty;

    public string PlaceOfAssociation { get; set; } = string.Empty;

    public string Slot { get; set; } = string.Empty;

    public string Appointment { get; set; } = string.Empty;

    public string Orientation { get; set; } = string.Empty;

    public IEnumerable<Snapshot> Told(DateTimeOffset now) =>
    [
        Of(Practitioner, now, [1, 2]),
        Of(Association, now, [1, 2]),
        Of(Contested, now, [1, 2]),
        Of(Shared, now, [3, Hour]),
    ];

    private Snapshot Of(OwnerKey owner, DateTimeOffset now, int[] hours) => new()
    {
        Coverage = new Coverage(owner, null, new TimeWindow(now, now.AddDays(4)), Complete: true),
        Schedules = [new ScheduleSlots(Place(), [.. hours.Select(hour => new OfferedSlot(now.AddHours(hour), now.AddHours(hour).AddMinutes(15), Kind(), null, EndEstimated: false))])],
        Owner = new OwnerDetails($"{mark}-owner".ToUpperInvariant(), ["Jeanne"], null),
    };

    private PlaceDetails Place() => new()
    {
        Key = $"{mark}-place",
        Name = $"Cabinet {mark}",
        Line = $"{number} rue {mark}",
        City = "Paris",
        PostalCode = "75001",
        Phone = "+33199001122",
    };

    private SlotKind Kind() => new()
    {
        Types = SlotTypes.Public | SlotTypes.Cpts,
        Communities = [new Cpts(Finess, $"CPTS {mark}", null)],
        Consultations = ConsultationTypes.Ambulatory,
        Reasons = [$"Motif {mark}"],
        Mode = BookingMode.Routine,
        BookingUrl = new Uri($"https://rdv.{mark}.example/book"),
    };
}
