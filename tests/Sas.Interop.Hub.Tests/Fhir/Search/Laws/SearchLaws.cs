using System.Globalization;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Tests.Availability;

namespace Sas.Interop.Hub.Tests.Fhir.Search.Laws;

/// <summary>Whatever vendors say and in whatever order, a search shows what a plain filter over it shows.</summary>
[Parallelizable]
internal sealed class SearchLaws
{
    internal static readonly OwnerKey[] Owners = [.. Enumerable.Range(1, 4).Select(static number => OwnerKey.Create(OwnerKind.Practitioner, $"81000000001{number}"))];

    private static readonly PlaceDetails[] Places = [Some.Place, Some.Place with { Key = "p2", Line = "2 rue du Lac" }];

    private static readonly SlotKind[] Kinds =
    [
        Some.PublicKind,
        Some.PublicKind with { Types = SlotTypes.Snp },
        Some.PublicKind with { Types = SlotTypes.Public | SlotTypes.Professional, Mode = BookingMode.WalkIn },
        Some.PublicKind with { Types = SlotTypes.Cpts, Communities = [new Cpts("1750000018", "CPTS du Parc", null)] },
    ];

    private static readonly Gen<Step> Steps = Gen.Frequency(
        (8, Gen.Choose(0, int.MaxValue).Select(static seed => new Step(StepKind.Apply, seed))),
        (2, Gen.Choose(0, int.MaxValue).Select(static seed => new Step(StepKind.Advance, seed))),
        (1, Gen.Constant(new Step(StepKind.Sweep, 0))),
        (1, Gen.Choose(0, int.MaxValue).Select(static seed => new Step(StepKind.Forget, seed))),
        (1, Gen.Choose(0, int.MaxValue).Select(static seed => new Step(StepKind.Prefer, seed))),
        (3, Gen.Choose(0, int.MaxValue).Select(static seed => new Step(StepKind.Take, seed))),
        (2, Gen.Choose(0, int.MaxValue).Select(static seed => new Step(StepKind.Release, seed))));

    [Test]
    public void Search_AfterAnySteps_EqualsANaiveFilter() =>
        Prop.ForAll(Gen.ListOf(Steps, 25).ToArbitrary(), static steps => Play(steps)).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Test]
    public void Search_AnyInterleavingOfVendors_IsTheSameBytes()
    {
        // Each vendor's own snapshots keep their order; how the vendors mix must not show.
        Prop.ForAll(Gen.ListOf(Gen.Elements(0, 1, 2), 15).ToArbitrary(), order =>
            Mix(order).AsSpan().SequenceEqual(Mix([.. order.Order()]))).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    private static byte[] Mix(IReadOnlyList<int> order)
    {
        using var rig = new SearchRig();
        var turns = new int[3];
        foreach (var vendor in order)
        {
            var random = new Random((vendor * 1000) + turns[vendor]++);
            rig.Index.Apply(Vendor(vendor), Snapshot(random, rig.Time.GetUtcNow()), rig.Time.GetUtcNow());
        }

        var bytes = rig.SearchAsync(Query(Owners, new TimeWindow(rig.Time.GetUtcNow(), rig.Time.GetUtcNow().AddDays(3)), communities: true)).GetAwaiter().GetResult();

        // Each Bundle has an id of its own.
        return bytes[bytes.AsSpan().IndexOf("\"meta\""u8)..];
    }

    private static bool Play(IEnumerable<Step> steps)
    {
        using var rig = new SearchRig();
        var model = new NaiveHub();
        foreach (var step in steps)
        {
            Take(step, rig, model);
            Compare(rig, model, new Random(step.Seed));
        }

        return true;
    }

    private static void Take(Step step, SearchRig rig, NaiveHub model)
    {
        var random = new Random(step.Seed);
        var now = rig.Time.GetUtcNow();
        switch (step.Kind)
        {
            case StepKind.Apply:
                var vendor = Vendor(random.Next(3));
                var snapshot = Snapshot(random, now);
                rig.Index.Apply(vendor, snapshot, now);
                model.Apply(vendor, snapshot, now);
                break;
            case StepKind.Advance:
                rig.Time.Advance(TimeSpan.FromMinutes(random.Next(1, 50)));
                break;
            case StepKind.Sweep:
                rig.Index.Sweep();
                break;
            case StepKind.Forget:
                var forgotten = Vendor(random.Next(3)).VendorId;
                rig.Index.Forget(forgotten);
                model.Forget(forgotten);
                break;
            case StepKind.Take:
                var taken = Taken(random);
                rig.Index.Take(taken);
                model.Take(taken);
                break;
            case StepKind.Release:
                var released = Taken(random);
                rig.Index.Release(released);
                model.Release(released);
                break;
            default:
                var (owner, preference) = (Owners[random.Next(Owners.Length)], Preference(random, now));
                rig.Preferences.Set(owner, preference);
                model.Prefer(owner, preference);
                break;
        }
    }

    private static void Compare(SearchRig rig, NaiveHub model, Random random)
    {
        var now = rig.Time.GetUtcNow();
        var asked = Owners.Where(_ => random.Next(4) > 0).Append(OwnerKey.Create(OwnerKind.Practitioner, "810009999999")).ToArray();
        var from = now.AddHours(random.Next(-3, 10));
        var window = new TimeWindow(from, from.AddMinutes(random.Next(0, 2000)));
        var communities = random.Next(2) == 0;
        var wanted = SlotTypes.Public | SlotTypes.Professional | SlotTypes.Snp | (communities ? SlotTypes.Cpts : SlotTypes.None);

        var shown = rig.ShownAsync(Query(asked, window, communities)).GetAwaiter().GetResult();
        var expected = model.Search(asked, window, static () => Vendor(0), now, wanted);

        Assert.That(
            shown.Select(static slot => (slot.Owner, slot.Line, slot.Start, slot.End)),
            Is.EquivalentTo(expected.Select(static slot => (slot.Owner, slot.Line, slot.Start, slot.End))));
        foreach (var slot in shown)
        {
            var told = expected.Single(other => (other.Owner, other.Line, other.Start, other.End) == (slot.Owner, slot.Line, slot.Start, slot.End));
            Assert.That(told.Security, Does.Contain(slot.Security.Replace(" CPTS", "", StringComparison.Ordinal).Replace("CPTS", "", StringComparison.Ordinal)));
        }
    }

    internal static VendorFreshness Vendor(int number) => new($"vendor-{number}", TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.Zero, BookingRule.Of("vendor.example", "*.vendor.example"));

    internal static Snapshot Snapshot(Random random, DateTimeOffset now)
    {
        var places = Places.Where(_ => random.Next(3) > 0).ToArray();
        var from = now.AddHours(random.Next(-2, 10));
        return new Snapshot
        {
            Coverage = new Coverage(
                Owners[random.Next(Owners.Length)],
                places.Length == 1 && random.Next(2) == 0 ? places[0].Key : null,
                new TimeWindow(from, from.AddHours(random.Next(1, 30))),
                random.Next(3) > 0),
            Schedules = [.. places.Select(place => new ScheduleSlots(place, Slots(random)))],
        };
    }

    // Times are whole half hours of one day, so that vendors often tell the same one; one vendor tells a time once.
    private static OfferedSlot[] Slots(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(8)).Select(_ => random.Next(60)).Distinct()
            .Select(half => new OfferedSlot(Some.Now.AddMinutes(30 * half), Some.Now.AddMinutes((30 * half) + 15), Kinds[random.Next(Kinds.Length)], null, EndEstimated: false)),
    ];

    private static TakenSlot Taken(Random random) =>
        new(Owners[random.Next(Owners.Length)], Some.Now.AddMinutes(30 * random.Next(60)), random.Next(3) == 0 ? $"vendor-{random.Next(3)}" : null);

    internal static OwnerPreference Preference(Random random, DateTimeOffset now) => new()
    {
        RefusesSlots = random.Next(4) switch { 0 => true, 1 => false, _ => null },
        DeclaredVendors = random.Next(3) == 0 ? ["vendor-0", "vendor-2"] : [],
        Unavailabilities = random.Next(2) == 0
            ? [new Unavailability(random.Next(2) == 0 ? Places[random.Next(2)].Key : null, random.Next(2) == 0 ? now.AddHours(random.Next(6)) : null, random.Next(2) == 0 ? now.AddHours(random.Next(6, 20)) : null)]
            : [],
    };

    internal static string Query(IEnumerable<OwnerKey> owners, TimeWindow window, bool communities) => string.Join('&', [
        $"schedule.actor:Practitioner.identifier={string.Join(',', owners)}",
        $"start=ge{Instant(window.From)}",
        $"start=le{Instant(window.To)}",
        "status=free",
        "_include=Slot:schedule",
        "_include:iterate=Schedule:actor",
        communities ? "_include=Slot:service-type-reference&_include:iterate=HealthcareService:organization" : "_count=100000"]);

    private static string Instant(DateTimeOffset instant) => instant.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private enum StepKind
    {
        Apply,
        Advance,
        Sweep,
        Forget,
        Prefer,
        Take,
        Release,
    }

    private sealed record Step(StepKind Kind, int Seed);
}
