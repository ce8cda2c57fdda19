using System.Globalization;
using System.Net;

using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Preferences;

/// <summary>Many writers at once: what stands in the end is the one acknowledged last, by the order that the entity tags tell.</summary>
[Parallelizable]
internal sealed class ConcurrentWriterTests
{
    private const int Writers = 32;
    private const int Each = 6;
    private PlatformCalls _sut = null!; // Set before any test runs.

    [OneTimeSetUp]
    public async Task StartAsync() => _sut = new PlatformCalls((await PreferencesFixture.HubAsync()).Hub);

    [TestCase(1)]
    [TestCase(5)]
    [TestCase(Writers)]
    public async Task Put_ManyAtOnce_EndsAsTheLastAcknowledged(int owners)
    {
        var acknowledged = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(writer, CheckDigits.Practitioner(9_000 + (100 * owners) + (writer % owners)))));

        var all = acknowledged.SelectMany(static list => list).ToList();
        Assert.That(all, Has.Count.EqualTo(Writers * Each));
        Assert.That(all.Select(static write => write.Version), Is.Unique);
        foreach (var owner in all.GroupBy(static write => write.Owner))
        {
            var got = await _sut.GetAsync(PlatformCalls.Of(owner.Key));
            var last = owner.MaxBy(static write => write.Version);
            Assert.That((Version(got), Place(got)), Is.EqualTo((last.Version, last.Place)), owner.Key);
        }
    }

    [Test]
    public async Task Put_ManyCountUpWithIfMatch_LosesNoUpdate()
    {
        var owner = CheckDigits.Practitioner(9_999);
        await _sut.SetAsync(owner, Body("0"));

        var refused = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => CountUpAsync(owner)));

        Assert.That(Place(await _sut.GetAsync(PlatformCalls.Of(owner))), Is.EqualTo(Writers.ToString(CultureInfo.InvariantCulture)));
        Assert.That(refused.Sum(), Is.Positive, "They did meet.");
    }

    private async Task<List<(string Owner, long Version, string? Place)>> WriteAsync(int writer, string owner)
    {
        var acknowledged = new List<(string, long, string?)>();
        for (var number = 0; number < Each; number++)
        {
            var answer = await _sut.SetAsync(owner, Body($"{writer}-{number}"));
            Assert.That((int)answer.Status, Is.AnyOf(200, 201));
            acknowledged.Add((owner, Version(answer), Place(answer)));
        }

        return acknowledged;
    }

    private async Task<int> CountUpAsync(string owner)
    {
        for (var refused = 0; ; refused++)
        {
            var read = await _sut.GetAsync(PlatformCalls.Of(owner));
            var next = int.Parse(Place(read) ?? string.Empty, CultureInfo.InvariantCulture) + 1;
            var answer = await _sut.SetAsync(owner, Body(next.ToString(CultureInfo.InvariantCulture)), ("If-Match", PlatformCalls.TagOf(read)));
            if (answer.Status == HttpStatusCode.OK)
            {
                return refused;
            }

            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        }
    }

    private static string Body(string place) => $$"""{"unavailabilities":[{"place":"{{place}}"}]}""";

    private static string? Place(Answer answer) => answer.Json.Items("unavailabilities").Single().Text("place");

    private static long Version(Answer answer) => long.Parse(PlatformCalls.TagOf(answer).Trim('"'), CultureInfo.InvariantCulture);
}
