using System.Security.Cryptography;
using System.Text.Json;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Identifiers;
using Sas.Interop.NationalLoad.Agendas;
using Sas.Interop.NationalLoad.Feeds;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.Scenarios.Tests.NationalLoad;

/// <summary>The country is what its options say, and the same each time.</summary>
internal sealed class CountryTests
{
    private static readonly Country Sample = Land.Of(7);

    [Test]
    public async Task Country_SameSeed_IsTheSameByteForByte()
    {
        var (first, second, other) = (await PrintAsync(Land.Of(3, 200)), await PrintAsync(Land.Of(3, 200)), await PrintAsync(Land.Of(4, 200)));

        Assert.That(second, Is.EqualTo(first));
        Assert.That(other, Is.Not.EqualTo(first));
    }

    [Test]
    public void Departments_AllPractitioners_AreDividedWithoutGapOrOverlap()
    {
        var departments = Departments.Divide(100_000);

        Assert.That(departments, Has.Length.EqualTo(101));
        Assert.That(departments.Select(static department => department.Code), Is.Unique.And.SupersetOf(new[] { "2A", "2B", "75", "971", "972", "973", "974", "976" }));
        Assert.That(departments[0].First, Is.Zero);
        Assert.That(departments[^1].End, Is.EqualTo(100_000));
        Assert.That(departments.Zip(departments.Skip(1)).All(static pair => pair.First.End == pair.Second.First));
        var people = departments.Sum(static department => department.Population);
        foreach (var department in departments)
        {
            Assert.That(department.End - department.First, Is.EqualTo(100_000.0 * department.Population / people).Within(1), department.Code);
        }
    }

    [Test]
    public void Practitioners_Everywhere_LiveWhereTheirDepartmentIs()
    {
        foreach (var owner in Sample.All().Where(static owner => !owner.IsAssociation))
        {
            var homes = Sample.Departments.Where(department => owner.Number >= department.First && owner.Number < department.End).ToList();
            Assert.That(homes, Is.EqualTo(new[] { owner.Department }));
            var digits = owner.Department.Code.Replace("2A", "20", StringComparison.Ordinal).Replace("2B", "20", StringComparison.Ordinal);
            Assert.That(owner.Places.Select(static place => place.Details.PostalCode), Has.All.StartsWith(digits).And.All.Length.EqualTo(5));
        }
    }

    [Test]
    public void Owners_Identifiers_AreSoundUniqueAndReadBack()
    {
        foreach (var owner in Sample.All().Where(static owner => owner.Number % 7 == 0 || owner.IsAssociation))
        {
            if (owner.IsAssociation)
            {
                Assert.That(SiretId.TryParse(owner.Id, out _, out var doubt) && doubt is null, owner.Id);
            }
            else
            {
                Assert.That(RppsId.TryParse(owner.Id, out _, out var doubt) && doubt is null, owner.Id);
                Assert.That(owner.Places.All(static place => FinessId.TryParse(place.Details.StructureId, out _, out var odd) && odd is null));
            }

            Assert.That(Sample.Find(owner.Key.Kind, owner.Id)?.Number, Is.EqualTo(owner.Number));
        }

        Assert.That(Sample.All().Select(static owner => owner.Key).Distinct().Count(), Is.EqualTo(Sample.Owners));
        Assert.That(Sample.Find(OwnerKind.Practitioner, "810980000001"), Is.Null, "Its check digit is another's.");
    }

    [Test]
    public void Country_Counts_AreWithinTolerance()
    {
        var practitioners = Sample.All().Where(static owner => !owner.IsAssociation).ToList();
        var places = practitioners.SelectMany(static owner => owner.Places).ToList();
        var slots = new SnapshotMaker(Sample).All(0).Where(static said => said.Snapshot.Coverage.Owner.Kind == OwnerKind.Practitioner)
            .Sum(static said => said.Snapshot.Schedules.Sum(static schedule => schedule.Slots.Count));

        Assert.That(places.Count / (double)practitioners.Count, Is.EqualTo(1.3).Within(0.04));
        Assert.That(slots, Is.EqualTo(120_000).Within(6_000));
        Assert.That(places.Count(static place => place.Vendor == "doctolib") / (double)places.Count, Is.EqualTo(0.42).Within(0.04));
        Assert.That(places.Select(static place => place.Vendor).Distinct().Count(), Is.EqualTo(Sample.Options.Vendors.Count));
        Assert.That(practitioners.Count(static owner => owner.Community is not null) / (double)practitioners.Count, Is.EqualTo(0.5).Within(0.04));
        Assert.That(Sample.All().Where(static owner => owner.IsAssociation).Select(static owner => owner.Places.Count), Has.Exactly(20).InRange(2, 6));
    }

    [Test]
    public void Places_TheirSlots_AreOfficeHoursOfTheirZone()
    {
        foreach (var said in new SnapshotMaker(Sample).All(0).Take(600))
        {
            foreach (var (place, slots) in said.Snapshot.Schedules)
            {
                Assert.That(slots.Select(static slot => (slot.End - slot.Start).TotalMinutes).Distinct().Single(), Is.AnyOf(10, 15, 20, 30));
                Assert.That(slots.Select(static slot => slot.Start.Hour), Has.All.InRange(8, 19), place.Key);
                Assert.That(slots.Select(static slot => slot.Start.DayOfWeek), Has.None.EqualTo(DayOfWeek.Sunday));
                Assert.That(slots.Select(static slot => slot.Start), Is.Ordered.And.Unique);
            }
        }
    }

    private static async Task<string> PrintAsync(Country country)
    {
        using var bytes = new MemoryStream();
        await DirectoryFile.WriteAsync(country, bytes, CancellationToken.None);
        foreach (var minute in new[] { 0, 61, 3_000 })
        {
            await using var json = new Utf8JsonWriter(bytes);
            var feed = new FeedWriter(country, json);
            feed.Open(minute);
            foreach (var owner in country.All())
            {
                foreach (var vendor in owner.Vendors)
                {
                    feed.Owner(owner, vendor, new AgendaReader(country).WindowAt(minute), minute);
                }
            }

            feed.Close();
        }

        return Convert.ToHexString(SHA256.HashData(bytes.ToArray()));
    }
}
