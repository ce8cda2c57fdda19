using Sas.Interop.Adapters.FhirStandard;

namespace Sas.Interop.Adapters.Tests.FhirStandard;

[Parallelizable(ParallelScope.All)]
internal sealed class DataTimesTests
{
    private static readonly DateTimeOffset Now = FhirSamples.Now;

    [TestCase(0, 0)]
    [TestCase(-3600, -3600)]
    [TestCase(90, 0)]
    public void Plausible_PastOrSkewed_IsKept(int seconds, int kept) =>
        Assert.That(DataTimes.Plausible(Now.AddSeconds(seconds), Now), Is.EqualTo(Now.AddSeconds(kept)));

    [TestCase(121)]
    [TestCase(86_400)]
    [TestCase(-800_000_000)]
    public void Plausible_FutureOrFarPast_IsNone(int seconds) => Assert.That(DataTimes.Plausible(Now.AddSeconds(seconds), Now), Is.Null);

    [Test]
    public void Plausible_Nothing_IsNone() => Assert.That(DataTimes.Plausible(null, Now), Is.Null);

    [TestCase("2026-03-02T05:59:00Z", "2026-03-02T05:59:00Z")]
    [TestCase("2026-03-09T05:59:00Z", null)]
    public async Task PullAsync_TimeOfTheBundle_IsTheTimeOfTheDataWhenItCanBe(string told, string? expected)
    {
        var json = FhirSamples.Searchset([.. FhirSamples.Agenda(), FhirSamples.Slot("a", "s1")]).Replace("\"type\":", $"\"meta\":{{\"lastUpdated\":\"{told}\"}},\"type\":", StringComparison.Ordinal);
        var snapshot = await FhirPulls.SnapshotAsync(json);

        Assert.That(snapshot.DataTime, Is.EqualTo(expected is null ? (DateTimeOffset?)null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)));
    }
}
