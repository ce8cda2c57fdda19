using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Tests.Availability;

/// <summary>Ready-made pieces for tests of the index.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);

    public static readonly OwnerKey Owner = OwnerKey.Create(OwnerKind.Practitioner, "810000000017");

    public static readonly OwnerKey OtherOwner = OwnerKey.Create(OwnerKind.Practitioner, "810000000025");

    public static readonly SlotKind PublicKind = new()
    {
        Types = SlotTypes.Public,
        Consultations = ConsultationTypes.Ambulatory,
        Reasons = ["Consultation"],
        Mode = BookingMode.Routine,
        BookingUrl = new Uri("https://vendor.example/rdv?pid=1"),
    };

    public static readonly PlaceDetails Place = new()
    {
        Key = "p1",
        StructureId = "1750000018",
        Name = "Cabinet du Parc",
        Line = "1 rue du Parc",
        City = "Paris",
        PostalCode = "75001",
        Phone = "+33199001122",
    };

    public static VendorFreshness Vendor(string id = "vendor-a") =>
        new(id, TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromMinutes(10), BookingRule.Of("vendor.example", "*.vendor.example"));

    public static OfferedSlot Slot(double hours, SlotKind? kind = null, string? key = null) =>
        new(Now.AddHours(hours), Now.AddHours(hours).AddMinutes(15), kind ?? PublicKind, key, EndEstimated: false);

    public static Snapshot Snapshot(OwnerKey owner, IReadOnlyList<OfferedSlot> slots, PlaceDetails? place = null, bool complete = true, double from = 0, double to = 96) => new()
    {
        Coverage = new Coverage(owner, null, new TimeWindow(Now.AddHours(from), Now.AddHours(to)), complete),
        Schedules = [new ScheduleSlots(place ?? Place, slots)],
        Owner = new OwnerDetails("MARTIN", ["Jeanne"], null),
    };
}
