using System.Text;
using System.Text.Json;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Contracts.Tests.Fhir.Json;

[TestFixture]
[Parallelizable]
internal sealed class FhirEntryTakerTests
{
    [Test]
    public async Task ReadAsync_TakerOfEverything_LeavesHeaderAndEnd([Values(1, 3, 40, 100_000)] int chunk)
    {
        var taker = new Taker(static _ => true);
        var items = await ReadAsync(Bundle(5), chunk, taker, FhirReadOptions.Default);

        Assert.That(items.Select(static item => item.Kind), Is.EqualTo(new[] { FhirBundleItemKind.Header, FhirBundleItemKind.End }));
        Assert.That(items[^1], Has.Property("Index").EqualTo(5).And.Property("HasErrors").False);
        Assert.That(items[^1].Header?.Total, Is.EqualTo(5));
        Assert.That(taker.Taken, Is.EqualTo(new[] { (0, "s0"), (1, "s1"), (2, "s2"), (3, "s3"), (4, "s4") }));
    }

    [Test]
    public async Task ReadAsync_TakerOfSome_GivesTheOthersInTheirPlaces([Values(1, 40, 100_000)] int chunk)
    {
        var taker = new Taker(static id => id is "s1" or "s2" or "s4");
        var items = await ReadAsync(Bundle(6), chunk, taker, FhirReadOptions.Default);

        Assert.That(items.Where(static item => item.Kind == FhirBundleItemKind.Entry).Select(static item => (item.Index, item.Resource?.Id)), Is.EqualTo(new[] { (0, "s0"), (3, "s3"), (5, "s5") }));
        Assert.That(taker.Taken.Select(static taken => taken.Index), Is.EqualTo(new[] { 1, 2, 4 }));
        Assert.That(items.SelectMany(static item => item.Issues), Is.Empty);
    }

    [TestCase("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Slot","id":"s0"}},]}""", "json")]
    [TestCase("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Slot","id":"s0"}} {}]}""", "json")]
    [TestCase("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Slot","id":"s0"}}""", "truncated")]
    [TestCase("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Slot","id":"s0"}},{"resource":{"resourceType":"Slot","id":7}""", "truncated")]
    [TestCase("""{"entry":[{"resource":{"resourceType":"Slot","id":"s0"}}]}""", "type")]
    public async Task ReadAsync_FaultBehindATakenEntry_IsTheSameAsWithoutTaker(string text, string rule)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var items = await ReadAsync(bytes, 100_000, new Taker(static _ => true), FhirReadOptions.Default);
        var whole = FhirBundleReader.ReadAsync(new ChunkStream(bytes, 100_000), FhirReadOptions.Default, CancellationToken.None).ToBlockingEnumerable().ToList();

        Assert.That(items[^1].Issues, Is.EqualTo(whole[^1].Issues));
        Assert.That(items[^1].Issues.Select(static issue => issue.Rule), Does.Contain(rule));
    }

    [Test]
    public async Task ReadAsync_MoreEntriesThanAllowed_StopsThoughTheTakerWouldGoOn()
    {
        var taker = new Taker(static _ => true);
        var items = await ReadAsync(Bundle(5), 100_000, taker, FhirReadOptions.Default with { MaxEntries = 3 });

        Assert.That(taker.Taken, Has.Count.EqualTo(3));
        Assert.That(items[^1].Issues.Select(static issue => issue.Rule), Is.EqualTo(new[] { FhirIssueRules.Size }));
    }

    [Test]
    public async Task ReadAsync_EntryLongerThanAllowed_IsNeverOfferedWhole()
    {
        var taker = new Taker(static _ => true);
        var items = await ReadAsync(Bundle(1), 100_000, taker, FhirReadOptions.Default with { MaxEntryBytes = 30 });

        Assert.That(taker.Taken, Is.Empty);
        Assert.That(items[^1].Issues.Select(static issue => issue.Rule), Is.EqualTo(new[] { FhirIssueRules.Size }));
    }

    private static byte[] Bundle(int count)
    {
        var entries = Enumerable.Range(0, count).Select(static number => $$$"""{"resource":{"resourceType":"Slot","id":"s{{{number}}}"} }""");
        return Encoding.UTF8.GetBytes($$$"""{"resourceType":"Bundle","entry":[ {{{string.Join(" ,\n", entries)}}} ],"total":{{{count}}} }""");
    }

    private static async Task<List<FhirBundleItem>> ReadAsync(byte[] text, int chunk, IFhirEntryTaker taker, FhirReadOptions options)
    {
        var items = new List<FhirBundleItem>();
        await foreach (var item in FhirBundleReader.ReadAsync(new ChunkStream(text, chunk), options, taker, CancellationToken.None))
        {
            items.Add(item);
        }

        return items;
    }

    /// <summary>Takes entries that are whole, by the id of their resource.</summary>
    private sealed class Taker(Func<string?, bool> wanted) : IFhirEntryTaker
    {
        public List<(int Index, string? Id)> Taken { get; } = [];

        public int Take(ReadOnlySpan<byte> utf8, int index)
        {
            var reader = new Utf8JsonReader(utf8, isFinalBlock: false, default);
            if (!reader.Read() || !reader.TrySkip())
            {
                return 0;
            }

            var length = (int)reader.BytesConsumed;
            var entry = new Utf8JsonReader(utf8[..length]);
            using var document = JsonDocument.ParseValue(ref entry);
            var id = document.RootElement.GetProperty("resource").GetProperty("id").GetString();
            if (!wanted(id))
            {
                return 0;
            }

            Taken.Add((index, id));
            return length;
        }
    }
}
