using System.Globalization;
using System.Text.Json;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Admin;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Tests.Fhir.Search.Laws;

namespace Sas.Interop.Hub.Tests.Admin;

/// <summary>Whatever vendors say and owners prefer, the operator's view says of every slot of the index what searches do with it.</summary>
[Parallelizable]
internal sealed class OwnerViewLaws
{
    private static readonly OwnerKey Association = OwnerKey.Create(OwnerKind.Association, "339900000100001");

    private static readonly OwnerKey[] Owners = [.. SearchLaws.Owners[..2], Association];

    [Test]
    public void View_AfterAnySteps_ServesWhatSearchesShow() =>
        Prop.ForAll(Gen.ListOf(Gen.Choose(0, int.MaxValue), 20).ToArbitrary(), static seeds => Play(seeds)).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static bool Play(IEnumerable<int> seeds)
    {
        using var rig = new SearchRig();
        var sut = new OwnerInspection(rig.Index, rig, rig, rig.Preferences, rig.Time);
        foreach (var seed in seeds)
        {
            Take(new Random(seed), rig);
            foreach (var owner in Owners)
            {
                Compare(owner, new Random(seed), rig, sut);
            }
        }

        return true;
    }

    private static void Take(Random random, SearchRig rig)
    {
        var (owner, now) = (Owners[random.Next(Owners.Length)], rig.Time.GetUtcNow());
        switch (random.Next(10))
        {
            case 0:
                rig.Time.Advance(TimeSpan.FromMinutes(random.Next(1, 90)));
                break;
            case 1:
                rig.Preferences.Set(owner, random.Next(3) == 0 ? null : SearchLaws.Preference(random, now));
                break;
            default:
                var snapshot = SearchLaws.Snapshot(random, now);
                rig.Index.Apply(SearchLaws.Vendor(random.Next(3)), snapshot with { Coverage = snapshot.Coverage with { Owner = owner } }, now);
                break;
        }
    }

    private static void Compare(OwnerKey owner, Random random, SearchRig rig, OwnerInspection sut)
    {
        var now = rig.Time.GetUtcNow();
        var from = now.AddMinutes(random.Next(-120, 600));
        var window = new ViewWindow(now, from, from.AddMinutes(random.Next(0, 3_000)));
        var view = sut.Inspect(owner, window);
        var sources = (view?.Places ?? []).SelectMany(static place => place.Times).SelectMany(static time => time.Sources.Select(source => (time, source))).ToList();

        Assert.That(
            sources.Select(static told => told.source.SlotId),
            Is.EquivalentTo(Indexed(rig, owner, window)),
            "Every slot of the index is told once.");
        foreach (var (search, query, kind) in Searches(owner, window))
        {
            var shown = Ids(rig, query, kind);
            Assert.That(sources.Where(told => VerdictOf(told.source, search).Served).Select(static told => told.source.SlotId), Is.EquivalentTo(shown), search);
            foreach (var (time, source) in sources)
            {
                Judge(VerdictOf(source, search), time, rig.Preferences.Find(owner) is not null);
            }
        }
    }

    /// <summary>The reason agrees with the verdict, and the slot that another is a duplicate of is served at the same time.</summary>
    private static void Judge(VerdictView verdict, TimeView time, bool hasPreference)
    {
        Assert.That(verdict.Why == "served", Is.EqualTo(verdict.Served));
        if (verdict.Why.StartsWith("duplicate of ", StringComparison.Ordinal))
        {
            Assert.That(
                time.Sources.Where(other => VerdictOf(other, verdict.Search).Served).Select(static other => "duplicate of " + other.SlotId),
                Is.EqualTo(new[] { verdict.Why }));
        }
        else if (verdict.Why is "unavailable" or "vendor not declared" || verdict.Why.StartsWith("refused", StringComparison.Ordinal))
        {
            Assert.That(hasPreference, Is.True, verdict.Why);
        }
    }

    private static VerdictView VerdictOf(SourceView source, string search) => source.Searches.Single(verdict => verdict.Search == search);

    private static IEnumerable<string> Indexed(SearchRig rig, OwnerKey owner, ViewWindow window) =>
        from lane in rig.Index.Find(owner)?.Lanes ?? []
        from slot in lane.Slots
        let start = Hub.Availability.SlotClock.ToInstant(slot.Start)
        where start >= window.From && start <= window.To
        select string.Create(CultureInfo.InvariantCulture, $"{owner}-{slot.Id:x16}");

    private static IEnumerable<(string Search, string Query, SearchKind Kind)> Searches(OwnerKey owner, ViewWindow window)
    {
        var span = new TimeWindow(window.From, window.To);
        return owner.Kind == OwnerKind.Practitioner
            ?
            [
                ("INT_R01", SearchLaws.Query([owner], span, communities: false), SearchKind.Slot),
                ("INT_R04", SearchLaws.Query([owner], span, communities: true), SearchKind.Slot),
            ]
            : [("SOS", Sos(owner, window), SearchKind.Schedule)];
    }

    private static string Sos(OwnerKey owner, ViewWindow window) =>
        $"_revinclude=Slot:schedule&actor:Location.organization.identifier={owner}&_has:Slot:schedule:status=free"
        + $"&_has:Slot:schedule:start=ge{Instant(window.From)}&_has:Slot:schedule:start=le{Instant(window.To)}";

    private static IEnumerable<string?> Ids(SearchRig rig, string query, SearchKind kind)
    {
        using var bundle = JsonDocument.Parse(rig.SearchAsync(query, kind).GetAwaiter().GetResult());
        return bundle.RootElement.TryGetProperty("entry", out var entries)
            ?
            [
                .. entries.EnumerateArray().Select(static entry => entry.GetProperty("resource"))
                    .Where(static resource => resource.GetProperty("resourceType").GetString() == "Slot").Select(static slot => slot.GetProperty("id").GetString()),
            ]
            : [];
    }

    private static string Instant(DateTimeOffset instant) => instant.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
