using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Contracts.Tests.Fhir.Json;

[TestFixture]
[Parallelizable]
internal sealed class FhirBundleReaderTests
{
    [Test]
    public async Task ReadAsync_RightBundle_GivesHeaderEntriesEnd([Values(1, 2, 3, 7, 100_000)] int chunk)
    {
        var items = await ReadAsync(BundleSamples.Right, chunk);

        Assert.That(items.Select(static item => item.Kind), Is.EqualTo(new[]
        {
            FhirBundleItemKind.Header, FhirBundleItemKind.Entry, FhirBundleItemKind.Entry, FhirBundleItemKind.End,
        }));
        Assert.That(items.SelectMany(static item => item.Issues), Is.Empty);
        Assert.That(items[0].Header, Is.EqualTo(items[^1].Header! with { Timestamp = null }), "What stands after the entries is known at the end.");
        Assert.That(items[0].Header, Has.Property("Total").EqualTo(2).And.Property("Type").EqualTo("searchset"));
        Assert.That(items[1], Has.Property("Index").EqualTo(0).And.Property("FullUrl").EqualTo("https://vendor.test/fhir/Slot/1"));
        Assert.That(items[1].Search?.Mode, Is.EqualTo("match"));
        Assert.That(items[2].Resource, Is.TypeOf<UnknownResource>());
        Assert.That(items[^1].Index, Is.EqualTo(2));
    }

    [Test]
    public async Task ReadAsync_AnyBundle_AgreesWithReadingItWhole([Values(1, 5, 100_000)] int chunk, [Values] bool odd)
    {
        var text = odd ? BundleSamples.Odd : BundleSamples.Right;
        var whole = FhirJson.Read<Bundle>(text, FhirReadOptions.Default);

        var items = await ReadAsync(text, chunk);

        Assert.That(items.SelectMany(static item => item.Issues), Is.EquivalentTo(whole.Issues), "The same rules, paths, lines and columns.");
        Assert.That(items.Any(static item => item.HasErrors), Is.EqualTo(whole.HasErrors));
        var entries = items.Select(static item => item.Entry).OfType<BundleEntry>().ToArray();
        var gathered = items[^1].Header! with { Entry = entries }; // The end has one.
        Assert.That(ModelTypes.Dump(gathered), Is.EqualTo(ModelTypes.Dump(whole.Resource)));
    }

    [Test]
    public void ReadAsync_DamagedBundle_AgreesWithReadingItWhole() => Prop.ForAll(DamagedTexts.OfBundles(), static text =>
    {
        var whole = FhirJson.Read<Bundle>(text, FhirReadOptions.Default);
        var items = FhirBundleReader.ReadAsync(new ChunkStream(text, 13), FhirReadOptions.Default, CancellationToken.None).ToBlockingEnumerable().ToList();
        var gathered = items[^1].Header! with { Entry = [.. items.Select(static item => item.Entry).OfType<BundleEntry>()] }; // The end has a header.
        var agree = items.Exists(static item => item.HasErrors) == whole.HasErrors
            && (whole.Resource is null || whole.HasErrors || ModelTypes.Dump(gathered with { Entry = gathered.Entry is [] ? null : gathered.Entry }) == ModelTypes.Dump(whole.Resource));
        return agree.Label(Encoding.UTF8.GetString(text) + string.Join('\n', whole.Issues) + " / " + string.Join('\n', items.SelectMany(static item => item.Issues)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Test]
    public async Task ReadAsync_ByteOrderMark_IsSkippedWithAWarning([Values(1, 2, 100)] int chunk)
    {
        var items = await ReadAsync([.. Encoding.UTF8.Preamble, .. "{\"resourceType\":\"Bundle\",\"entry\":[],\"total\":0}"u8], chunk);

        Assert.That(items.SelectMany(static item => item.Issues).Select(static issue => (issue.Rule, issue.Path)), Is.EqualTo(new[]
        {
            (FhirIssueRules.Json, "Bundle"), (FhirIssueRules.EmptyElement, "Bundle.entry"),
        }));
        Assert.That(items[^1].Header?.Total, Is.Zero);
    }

    [Test]
    public async Task ReadAsync_CutAtEveryByte_SaysTruncated()
    {
        var text = BundleSamples.Right;
        for (var length = 0; length < text.Length; length++)
        {
            var items = await ReadAsync(text[..length], 64);

            Assert.That(items[^1], Has.Property("Kind").EqualTo(FhirBundleItemKind.End).And.Property("HasErrors").True);
            Assert.That(items[^1].Issues, Has.One.Property("Rule").EqualTo(FhirIssueRules.Truncated), $"Cut at {length}.");
            var whole = FhirJson.Read<Bundle>(text.AsSpan(0, length), FhirReadOptions.Default);
            Assert.That(whole.Resource, Is.Null);
            Assert.That(whole.Issues, Has.One.Property("Rule").EqualTo(FhirIssueRules.Truncated), $"Cut at {length}.");
        }
    }

    [TestCase("<html></html>", FhirIssueRules.Json)]
    [TestCase("[]", FhirIssueRules.Json)]
    [TestCase("{,}", FhirIssueRules.Json)]
    [TestCase("{\"a\"}", FhirIssueRules.Json)]
    [TestCase("{\"a\":}", FhirIssueRules.Json)]
    [TestCase("{\"a\":NaN}", FhirIssueRules.Json)]
    [TestCase("{\"a\":1,}", FhirIssueRules.Json)]
    [TestCase("{\"a\":1 \"b\":2}", FhirIssueRules.Json)]
    [TestCase("{\"resourceType\":\"Bundle\",\"entry\":[{}{}]}", FhirIssueRules.Json)]
    [TestCase("{\"resourceType\":\"Bundle\",\"entry\":[{},]}", FhirIssueRules.Json)]
    [TestCase("{\"resourceType\":\"Bundle\",\"entry\":[,{}]}", FhirIssueRules.Json)]
    [TestCase("{\"resourceType\":\"Bundle\",\"entry\":[{\"a\":[}]}", FhirIssueRules.Json)]
    [TestCase("{\"resourceType\":\"Bundle\",\"entry\":[{\"a\":tru}]}", FhirIssueRules.Json)]
    [TestCase("{\"resourceType\":\"Bundle\",\"a\nb\":1}", FhirIssueRules.Json)]
    [TestCase("{\"resourceType\":\"Bundle\"} {}", FhirIssueRules.Json)]
    [TestCase("{\"resourceType\":\"Slot\"}", FhirIssueRules.Type)]
    [TestCase("{\"type\":\"searchset\"}", FhirIssueRules.Type)]
    [TestCase("{\"entry\":[{\"fullUrl\":\"urn:a\"}],\"resourceType\":\"Slot\"}", FhirIssueRules.Type)]
    public async Task ReadAsync_WrongText_EndsWithTheRule(string text, string rule)
    {
        var items = await ReadAsync(Encoding.UTF8.GetBytes(text), 3);

        Assert.That(items[0].Kind, Is.EqualTo(FhirBundleItemKind.Header));
        Assert.That(items[^1].Kind, Is.EqualTo(FhirBundleItemKind.End));
        Assert.That(items[^1].HasErrors, Is.True);
        Assert.That(items[^1].Issues[^1].Rule, Is.EqualTo(rule));
        var whole = FhirJson.Read<Bundle>(Encoding.UTF8.GetBytes(text), FhirReadOptions.Default);
        Assert.That(whole.Resource, Is.Null);
    }

    [Test]
    public async Task ReadAsync_EntryWithoutEnd_IsBoundedInMemory()
    {
        var text = Encoding.UTF8.GetBytes("{\"resourceType\":\"Bundle\",\"entry\":[{\"fullUrl\":\"" + new string('x', 1_000_000));
        var stream = new ChunkStream(text, 4_096);

        var items = await ReadAllAsync(stream, FhirReadOptions.Default with { MaxEntryBytes = 10_000 });

        Assert.That(items[^1].Issues, Has.One.Matches<FhirIssue>(static issue => issue is { Rule: FhirIssueRules.Size, Path: "Bundle.entry[0]" }));
        Assert.That(stream.BytesGiven, Is.LessThan(100_000));
    }

    [Test]
    public async Task ReadAsync_MoreEntriesThanAllowed_StopsAfterThem()
    {
        var items = await ReadAllAsync(new ChunkStream(BundleSamples.Right, 10), FhirReadOptions.Default with { MaxEntries = 1 });

        Assert.That(items.Count(static item => item.Kind == FhirBundleItemKind.Entry), Is.EqualTo(1));
        Assert.That(items[^1].Issues, Has.One.Matches<FhirIssue>(static issue => issue is { Rule: FhirIssueRules.Size, Path: "Bundle.entry[1]" }));
    }

    [Test]
    public async Task ReadAsync_StreamLongerThanAllowed_EndsWithSize()
    {
        var items = await ReadAllAsync(new ChunkStream(BundleSamples.Right, 10), FhirReadOptions.Default with { MaxStreamBytes = 300 });

        Assert.That(items[^1].Issues, Has.One.Property("Rule").EqualTo(FhirIssueRules.Size));
    }

    [Test]
    public async Task ReadAsync_DeepEntry_CountsTheLevelsAroundIt([Values(6, 7)] int depth)
    {
        // Bundle, entry list, entry, resource, identifier list, identifier, period: seven levels.
        var text = "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Slot\",\"identifier\":[{\"period\":{\"start\":\"2030\"}}]}}]}"u8.ToArray();
        var options = FhirReadOptions.Default with { MaxDepth = depth };

        var items = await ReadAllAsync(new ChunkStream(text, 10), options);

        Assert.That(items[^1].HasErrors, Is.EqualTo(depth < 7));
        Assert.That(FhirJson.Read<Bundle>(text, options).HasErrors, Is.EqualTo(depth < 7));
    }

    [Test]
    public async Task ReadAsync_EntriesAsTheyCome_ReadsNoFurtherThanOneBuffer()
    {
        var entry = "{\"fullUrl\":\"urn:uuid:0\",\"resource\":{\"resourceType\":\"Slot\",\"status\":\"free\"}},";
        var text = Encoding.UTF8.GetBytes("{\"resourceType\":\"Bundle\",\"entry\":[" + string.Concat(Enumerable.Repeat(entry, 20_000)));
        var stream = new ChunkStream(text, 4_096);

        await foreach (var item in FhirBundleReader.ReadAsync(stream, FhirReadOptions.Default, CancellationToken.None))
        {
            if (item is { Kind: FhirBundleItemKind.Entry, Index: 9 })
            {
                break;
            }
        }

        Assert.That(stream.BytesGiven, Is.LessThan(text.Length / 10));
    }

    [Test]
    public void ReadAsync_Cancelled_Throws() => Assert.That(
        async () => await FhirBundleReader.ReadAsync(new ChunkStream(BundleSamples.Right, 1), FhirReadOptions.Default, new CancellationToken(true)).ToListAsync(),
        Throws.InstanceOf<OperationCanceledException>());

    private static Task<List<FhirBundleItem>> ReadAsync(byte[] text, int chunk) => ReadAllAsync(new ChunkStream(text, chunk), FhirReadOptions.Default);

    private static async Task<List<FhirBundleItem>> ReadAllAsync(Stream stream, FhirReadOptions options) =>
        await FhirBundleReader.ReadAsync(stream, options, CancellationToken.None).ToListAsync();
}
