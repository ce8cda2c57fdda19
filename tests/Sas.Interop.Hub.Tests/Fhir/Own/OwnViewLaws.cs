using System.Globalization;
using System.Text;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Tests.Availability;

namespace Sas.Interop.Hub.Tests.Fhir.Own;

/// <summary>What a vendor is answered is what it would be answered if there were no other vendor: the same bytes and the same validators.</summary>
[Parallelizable]
internal sealed class OwnViewLaws
{
    private static readonly Cpts Own = new("1750000018", "CPTS du Parc", null);
    private static readonly Cpts Foreign = new("1750000026", "CPTS du Lac", null);

    private static readonly SlotKind[] Kinds =
    [
        Some.PublicKind,
        Some.PublicKind with { Types = SlotTypes.Public | SlotTypes.Cpts, Communities = [Own] },
        Some.PublicKind with { Reasons = ["Suivi"], Mode = BookingMode.WalkIn, BookingUrl = null },
    ];

    private static readonly PlaceDetails[] Places = [Some.Place, Some.Place with { Key = "p2" }, Some.Place with { Key = "p3", Line = "3 rue du Lac" }];

    [Test]
    public void Search_AnyWordsOfOthers_ChangeNothing() =>
        Prop.ForAll(Gen.ListOf(Gen.Choose(0, 10_000), 12).ToArbitrary(), static seeds => Play(seeds).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static async Task<bool> Play(IReadOnlyList<int> seeds)
    {
        using var alone = new OwnRig();
        using var among = new OwnRig();
        foreach (var seed in seeds)
        {
            var vendor = (seed % 3) switch { 0 => OwnRig.Vendor, 1 => "a-before", _ => "z-after" };
            if (vendor == OwnRig.Vendor)
            {
                alone.Index.Apply(Some.Vendor(vendor), Told(seed), Some.Now);
            }

            // Others also declare, offer and are heard at other times.
            among.Index.Apply(Some.Vendor(vendor), Told(seed), vendor == OwnRig.Vendor ? Some.Now : Some.Now.AddMinutes(-1 - (seed % 5)));
            if (vendor != OwnRig.Vendor)
            {
                among.Index.Apply(Some.Vendor(vendor), Told(seed + 1) with { OwnerSpecialties = [] }, Some.Now);
                among.Refuse(OwnRig.Foreign);
            }
        }

        foreach (var request in Requests(alone))
        {
            var (expected, told) = (await alone.GetAsync(request), await among.GetAsync(request));
            Assert.That(told, Is.EqualTo(expected), request);
        }

        return true;
    }

    private static Snapshot Told(int seed)
    {
        var random = new Random(seed);
        var owner = seed % 3 == 0 || random.Next(2) == 0 ? OwnRig.Shared : OwnRig.Foreign;
        if (seed % 3 == 0 && owner == OwnRig.Foreign)
        {
            owner = OwnRig.Shared;
        }

        var kinds = seed % 3 == 0 ? Kinds : [.. Kinds, Some.PublicKind with { Types = SlotTypes.Cpts, Communities = [Foreign] }];
        var slots = Enumerable.Range(0, random.Next(4)).Select(_ => Some.Slot(1 + random.Next(6), kinds[random.Next(kinds.Length)]));
        var place = Places[random.Next(Places.Length)];
        return Some.Snapshot(owner, [.. slots], place, complete: random.Next(3) > 0) with { Owner = new OwnerDetails(random.Next(2) == 0 ? "MARTIN" : $"M{seed % 3}", ["Jeanne"], null) };
    }

    private static IEnumerable<string> Requests(OwnRig rig)
    {
        foreach (var owner in new[] { OwnRig.Shared, OwnRig.Foreign })
        {
            yield return Search(owner, string.Empty);
            yield return Search(owner, "&_include=Slot:service-type-reference&_include:iterate=HealthcareService:organization");
            yield return Search(owner, "&_count=2");
            yield return $"Practitioner?identifier={owner}&_revinclude=PractitionerRole:practitioner&_revinclude=Schedule:actor";
            yield return $"Schedule?actor=Practitioner/{owner}";
            yield return $"Practitioner/{owner}";
            foreach (var entry in new[] { rig.Index.Find(owner) }.OfType<Hub.Availability.OwnerEntry>())
            {
                foreach (var place in entry.Places)
                {
                    yield return $"Schedule/{owner}-{place.Id}";
                    yield return $"PractitionerRole/{owner}-{place.Id}";
                    foreach (var slot in place.Slots)
                    {
                        yield return string.Create(CultureInfo.InvariantCulture, $"Slot/{owner}-{slot.Id:x16}");
                    }
                }
            }
        }

        yield return $"Organization/{Own.Finess}";
        yield return $"HealthcareService/{Foreign.Finess}";
        yield return $"Organization/{Foreign.Finess}";
    }

    private static string Search(OwnerKey owner, string more) => new StringBuilder("Slot?_include=Slot:schedule&_include:iterate=Schedule:actor&start=ge2026-03-02&start=le2026-03-09&status=free")
        .Append("&schedule.actor:Practitioner.identifier=").Append(owner).Append(more).ToString();
}
