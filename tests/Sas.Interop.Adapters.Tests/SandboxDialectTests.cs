using Sas.Interop.Adapters.Doctolib;
using Sas.Interop.Adapters.Keldoc;
using Sas.Interop.Adapters.Maiia;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Tests;

/// <summary>Each key pattern of the sandbox gives what <c>docs/dialects</c> says of it, seen through the adapter.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class SandboxDialectTests
{
    private const int Days = 3;

    private static readonly IVendorAdapterFactory[] Factories = [new DoctolibAdapterFactory(), new MaiiaAdapterFactory(), new KeldocAdapterFactory()];

    private static IEnumerable<TestCaseData> Patterns =>
    [
        Case("doctolib", 7 * Days, "Europe/Paris", ("profile", "sandbox-12")),
        Case("doctolib", 7 * Days, "Europe/Paris", ("profile", "sandbox-3456"), ("practice", "34561")),
        Case("doctolib", 7 * Days, "Indian/Reunion", ("profile", "sandbox-re-7")),
        Case("doctolib", 7 * Days, "Europe/Paris", ("profile", "sandbox-two-7"), ("practice", "72")),
        Case("doctolib", 0, "Europe/Paris", ("profile", "sandbox-later-7")),
        Case("doctolib", 0, "Europe/Paris", ("profile", "sandbox-none-7")),
        Case("doctolib", 0, "Europe/Paris", ("profile", "sandbox-phone-7")),
        Case("maiia", 7 * Days, "Europe/Paris", ("center", "5a1000000000000000000012")),
        Case("maiia", 7 * Days, "Indian/Reunion", ("center", "5a2000000000000000000012")),
        Case("maiia", 0, "Europe/Paris", ("center", "5a3000000000000000000012")),
        Case("maiia", 0, "Europe/Paris", ("center", "5a4000000000000000000012")),
        Case("maiia", 3 * Days, "Europe/Paris", ("center", "5a5000000000000000000012"), ("practitioner", "5b5000000000000000000012")),
        Case("maiia", 3 * Days, "Europe/Paris", ("center", "5a5000000000000000000012"), ("practitioner", "575000000000000000000012")),
        Case("keldoc", 6 * Days, "Europe/Paris", ("type", "cabinet-medical"), ("location", "lyon-69003"), ("slug", "sandbox-12")),
        Case("keldoc", 6 * Days, "Europe/Paris", ("clinic", "112"), ("specialty", "1"), ("cabinet", "1121")),
        Case("keldoc", 6 * Days, "Indian/Reunion", ("type", "cabinet-medical"), ("location", "x"), ("slug", "sandbox-re-12")),
        Case("keldoc", 6 * Days, "Europe/Paris", ("type", "cabinet-medical"), ("location", "x"), ("slug", "sandbox-two-12"), ("cabinet", "5122")),
        Case("keldoc", 0, "Europe/Paris", ("type", "cabinet-medical"), ("location", "x"), ("slug", "sandbox-later-12")),
        Case("keldoc", 0, "Europe/Paris", ("type", "cabinet-medical"), ("location", "x"), ("slug", "sandbox-none-12")),
        Case("keldoc", 0, "Europe/Paris", ("type", "cabinet-medical"), ("location", "x"), ("slug", "sandbox-phone-12")),
    ];

    [TestCaseSource(nameof(Patterns))]
    public async Task PullAsync_KeyPattern_GivesTheDocumentedCount(string dialect, int count, string zone, Dictionary<string, string> keys)
    {
        foreach (var today in new[] { new DateOnly(2026, 2, 27), new DateOnly(2026, 3, 28), new DateOnly(2026, 10, 24) })
        {
            var snapshot = await PullAsync(dialect, today, zone, keys);
            var slots = snapshot.Schedules.Single().Slots;
            var name = string.Join(' ', keys.Values);

            Assert.That(slots, Has.Count.EqualTo(count), $"{name} on {today}");
            Assert.That(slots.Select(slot => TimeZoneInfo.ConvertTime(slot.Start, TimeZoneInfo.FindSystemTimeZoneById(zone)).Hour), Is.All.InRange(8, 20), "business hours of the place");
            Assert.That(snapshot.TelephoneOnly, Is.EqualTo(name.Contains("phone", StringComparison.Ordinal)));
            Assert.That(snapshot.NextAvailable is not null, Is.EqualTo(name.Contains("later", StringComparison.Ordinal) || name.StartsWith("5a3", StringComparison.Ordinal)));
            Assert.That(snapshot.Coverage.Complete, Is.Not.EqualTo(snapshot.TelephoneOnly));
        }
    }

    private static TestCaseData Case(string dialect, int count, string zone, params (string Name, string Value)[] keys) =>
        new TestCaseData(dialect, count, zone, keys.ToDictionary(static key => key.Name, static key => key.Value)).SetArgDisplayNames(dialect, string.Join(' ', keys.Select(static key => key.Value)));

    private static async Task<Snapshot> PullAsync(string dialect, DateOnly today, string zoneName, Dictionary<string, string> keys)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        var (from, to) = (Midnight(today, zone), Midnight(today.AddDays(Days), zone).AddHours(-1));
        var factory = Factories.Single(known => known.Dialect == dialect);
        return await SandboxPull.RunAsync(factory, new TimeWindow(from, to), new PlaceDetails { Key = "place-1", TimeZone = zoneName }, keys);
    }

    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
