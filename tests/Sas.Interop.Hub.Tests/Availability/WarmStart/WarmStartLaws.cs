using System.Globalization;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Tests.Configuration;
using Sas.Interop.Hub.Tests.Fhir.Search.Laws;

namespace Sas.Interop.Hub.Tests.Availability.WarmStart;

/// <summary>A hub that starts from its file answers as if it had never stopped, also when vendors go on speaking.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class WarmStartLaws
{
    private static readonly OwnerKey[] Owners =
    [
        .. Enumerable.Range(1, 4).Select(static number => OwnerKey.Create(OwnerKind.Practitioner, $"81000000001{number}")),
    ];

    private static readonly OwnerKey Association = OwnerKey.Create(OwnerKind.Association, "330000000000001");

    private static readonly PlaceDetails[] Places =
    [
        Some.Place,
        Some.Place with { Key = "p2", Line = "2 rue du Lac", Name = "Cabinet \"du\" Lac \\ é", TimeZone = "America/Cayenne" },
        new() { Key = "p3", IdentifierSystem = "urn:oid:1.2.3", IdentifierValue = "p3" },
    ];

    private static readonly SlotKind[] Kinds =
    [
        Some.PublicKind,
        Some.PublicKind with { BookingUrl = new Uri("https://vendor.example/rdv?q=%22x%22&n=é"), Types = SlotTypes.Snp },
        Some.PublicKind with { Types = SlotTypes.Public | SlotTypes.Professional, Mode = BookingMode.WalkIn, Specialties = [new Specialty("SM54", null)] },
        Some.PublicKind with { Types = SlotTypes.Cpts, BookingUrl = null, Communities = [new Cpts("1750000018", "CPTS du Parc", null)] },
    ];

    [Test]
    public void Load_AfterAnySnapshots_AnswersTheSameBytes() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), static seed => Play(seed)).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static bool Play(int seed)
    {
        using var folder = new TempFolder();
        using var before = new SearchRig();
        using var after = new SearchRig();
        var random = new Random(seed);
        for (var turn = random.Next(12); turn > 0; turn--)
        {
            Speak(random.Next(), before);

            // Whole buckets of the sweeper: what is over may stay in memory until the next one, and then still tells the data of its place.
            var later = random.Next(3) * ExpiryWheel.Bucket;
            before.Time.Advance(later);
            after.Time.Advance(later);
        }

        before.Index.Sweep();

        using var saving = new WarmRig(folder, before.Time.GetUtcNow(), before.Index, before.Time);
        using var loading = new WarmRig(folder, after.Time.GetUtcNow(), after.Index, after.Time);
        var written = saving.SaveAsync().GetAwaiter().GetResult();
        loading.LoadAsync().GetAwaiter().GetResult();
        Assert.That(written, Is.EqualTo(before.Index.Changes > 0));
        Assert.That(loading.Events, Is.EqualTo(written ? new[] { 1210 } : [1211]));
        AssertSame(before, after);
        for (var turn = 0; turn < 3; turn++)
        {
            var said = random.Next();
            Speak(said, before);
            Speak(said, after);
            AssertSame(before, after);
            before.Time.Advance(TimeSpan.FromMinutes(40));
            after.Time.Advance(TimeSpan.FromMinutes(40));
            before.Index.Sweep();
            after.Index.Sweep();
            AssertSame(before, after);
        }

        return true;
    }

    private static void AssertSame(SearchRig before, SearchRig after)
    {
        var from = before.Time.GetUtcNow();
        var window = $"start=ge{Text(from)}&start=le{Text(from.AddDays(3))}&status=free";
        string[] individual = [$"schedule.actor:Practitioner.identifier={string.Join(',', Owners)}", window, "_include=Slot:schedule", "_include:iterate=Schedule:actor"];
        string[] community = [.. individual, "_include=Slot:service-type-reference", "_include:iterate=HealthcareService:organization"];
        foreach (var query in new[] { individual, community })
        {
            var expected = Bytes(before, string.Join('&', query));
            var found = Bytes(after, string.Join('&', query));
            Assert.That(System.Text.Encoding.UTF8.GetString(found), Is.EqualTo(System.Text.Encoding.UTF8.GetString(expected)));
        }

        foreach (var owner in Owners.Append(Association))
        {
            Assert.That(Print(after.Index.Find(owner)), Is.EqualTo(Print(before.Index.Find(owner))));
        }
    }

    // Each Bundle has an id of its own.
    private static byte[] Bytes(SearchRig rig, string query)
    {
        var bytes = rig.SearchAsync(query, SearchKind.Slot).GetAwaiter().GetResult();
        return bytes[bytes.AsSpan().IndexOf("\"meta\""u8)..];
    }

    private static string Print(OwnerEntry? entry) => entry is null
        ? "nothing"
        : $"{entry.ChangedAt:O} "
            + string.Join('\n', entry.Lanes.Select(static lane => $"{lane.Vendor} {lane.Place} {lane.SeenAt:O} {lane.AsOf:O} {string.Join(' ', lane.Slots)} {lane.Kinds.Length}"))
            + string.Join('\n', entry.Sightings.Select(static sighting => $"{sighting}").Order(StringComparer.Ordinal));

    private static void Speak(int seed, SearchRig rig)
    {
        var random = new Random(seed);
        var now = rig.Time.GetUtcNow();
        var vendor = new VendorFreshness($"vendor-{random.Next(3)}", TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromMinutes(random.Next(2) * 10), BookingRule.Of("vendor.example", "*.vendor.example"));
        var places = Places.Where(_ => random.Next(3) > 0).ToArray();
        var snapshot = new Snapshot
        {
            Coverage = new Coverage(
                random.Next(6) == 0 ? Association : Owners[random.Next(Owners.Length)],
                places.Length == 1 && random.Next(2) == 0 ? places[0].Key : null,
                new TimeWindow(now, now.AddHours(random.Next(1, 30))),
                random.Next(3) > 0),
            Schedules = [.. places.Select(place => new ScheduleSlots(place, Slots(random)))],
            Owner = random.Next(3) > 0 ? new OwnerDetails("MARTIN", ["Jeanne", "Anne"], null) : null,
            OwnerSpecialties = random.Next(2) == 0 ? [new Specialty(null, "Médecine \"du\" sport")] : [],
            DataTime = random.Next(2) == 0 ? now.AddMinutes(-random.Next(60)) : null,
        };
        rig.Index.Apply(vendor, snapshot, now);
    }

    private static OfferedSlot[] Slots(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(8)).Select(_ => random.Next(60)).Distinct().Select(half => new OfferedSlot(
            Some.Now.AddMinutes(30 * half), Some.Now.AddMinutes((30 * half) + 15), Kinds[random.Next(Kinds.Length)], random.Next(3) == 0 ? $"k{half}" : null, EndEstimated: false)),
    ];

    private static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
