using System.Text;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.FhirStandard;
using Sas.Interop.Adapters.FhirStandard.Direct;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.Tests.FhirStandard.Direct;

/// <summary>Reading entries from their bytes gives what the reader of the model gives: slots, places, counts and faults.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class DirectEntriesLaws
{
    private static readonly FhirReadOptions Options = FhirReadOptions.Default with { MaxStringLength = 64 * 1024, MaxEntryBytes = 64 * 1024 };
    private static readonly PullBatch Asked = new(OwnerKind.Practitioner, [new PullTarget { Owner = FhirSamples.Owner }, new PullTarget { Owner = FhirSamples.OtherOwner, BookingUrl = new Uri("https://vendor.example/own") }]);

    [Test]
    public void Take_AnyAgenda_GivesWhatTheModelGives() => Prop.ForAll(
        Agendas.Any(),
        resources => SaysTheSame(Encoding.UTF8.GetBytes(FhirSamples.Searchset(resources)))).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Test]
    public void Take_DamagedBytes_GivesWhatTheModelGives() => Prop.ForAll(
        Seeds(),
        seed =>
        {
            var random = new Random(seed);
            return SaysTheSame(BundleText.Damaged(BundleText.Make(random), random));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Test]
    public void Take_UnusualValues_GivesWhatTheModelGives() => Prop.ForAll(
        Seeds(),
        seed =>
        {
            var random = new Random(seed);
            return SaysTheSame(Encoding.UTF8.GetBytes(BundleText.WithOddities(BundleText.Make(random), random)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    [Test]
    public async Task Take_AnswerAsVendorsWriteIt_TakesEveryEntry()
    {
        var text = Encoding.UTF8.GetBytes(BundleText.Make(new Random(7)));
        var (described, left) = await ReadAsync(text, direct: true);

        Assert.That(left, Is.Zero);
        Assert.That(described, Does.Contain("PlaceDetails").And.Contain("https://rdv.vendor.example/"));
    }

    [Test]
    public async Task Take_PartsWithTheSameBytes_ShareOneKind()
    {
        var pages = await ContentAsync(Encoding.UTF8.GetBytes(FhirSamples.Searchset([.. FhirSamples.Agenda(), FhirSamples.Slot("a", "s1"), FhirSamples.Slot("b", "s1", 4)])), direct: true);
        var drafts = pages.Content.Slots.InOrder.ToArray();

        Assert.That(drafts, Has.Length.EqualTo(2));
        Assert.That(drafts[0].Kind, Is.Not.Null.And.SameAs(drafts[1].Kind));
        Assert.That(drafts[0].Schedule, Is.SameAs(drafts[1].Schedule));
    }

    [TestCase("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Practitioner","identifier":["value":"1"}]}}]}""")]
    [TestCase("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Slot",}}]}""")]
    [TestCase("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Slot","schedule":"reference":"a"}}}]}""")]
    [TestCase("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Schedule",}}]}""")]
    public void Take_BraceLeftOut_GivesWhatTheModelGives(string text) => Assert.That(SaysTheSame(Encoding.UTF8.GetBytes(text)), Is.True);

    [TestCaseSource(nameof(RecordedBundles))]
    public void Take_RecordedBundle_GivesWhatTheModelGives(string path) => Assert.That(SaysTheSame(File.ReadAllBytes(path)), Is.True);

    private static IEnumerable<TestCaseData> RecordedBundles()
    {
        var files = RecordedFolder.Files("contract/examples", "Bundle*.json");
        return files.Count == 0
            ? [new TestCaseData(string.Empty).Ignore("The shared examples of the contract are not there.")]
            : files.Select(static file => new TestCaseData(file).SetArgDisplayNames(Path.GetFileName(file)));
    }

    private static Arbitrary<int> Seeds() => Gen.Choose(0, int.MaxValue).ToArbitrary();

    private static bool SaysTheSame(byte[] text)
    {
        var model = ReadAsync(text, direct: false).GetAwaiter().GetResult().Described;
        var direct = ReadAsync(text, direct: true).GetAwaiter().GetResult().Described;
        return model == direct ? true : throw new AssertionException($"Model:\n{model}\nDirect:\n{direct}\nText:\n{Encoding.UTF8.GetString(text)}");
    }

    private static async Task<(string Described, int Left)> ReadAsync(byte[] text, bool direct)
    {
        var (content, end, left) = await ContentAsync(text, direct);
        var search = new SearchResult();
        search.Add(new SearchsetPage(content, null, null, false));
        var results = PullAssembler.Assemble("acme", Asked, FhirSamples.Window, search).Select(static result => FhirPulls.Describe(result.Outcome.Value));
        var resources = content.Resources.Select(static node => $"{node.Resource.TypeName} {node.LocalKey} {node.FullUrl} {node.Entry}");
        return (string.Join("\n--\n", [.. results, .. resources.Order(StringComparer.Ordinal), .. content.Slots.InOrder.Select(Describe), $"{content.Unreadable}", end]), left);
    }

    private static string Describe(SlotDraft draft)
    {
        var kind = draft.Kind?.Kind;
        return string.Join(
            ' ',
            [
                draft.Entry, draft.Id, draft.Root, draft.Schedule, draft.Standing, $"{draft.Times.Start:O}", $"{draft.Times.End:O}", kind?.Types, kind?.Consultations, kind?.Mode, kind?.BookingUrl,
                .. kind?.Reasons ?? [], .. (kind?.Specialties ?? []).Cast<object>(), .. draft.Kind?.Communities ?? [],
            ]);
    }

    private static async Task<(BundleContent Content, string End, int Left)> ContentAsync(byte[] text, bool direct)
    {
        var kinds = new KindTable();
        var content = new BundleContent();
        using var stream = new TricklingStream(text, 211);
        var items = direct
            ? FhirBundleReader.ReadAsync(stream, Options, new DirectEntries(kinds, Options) { Content = content }, CancellationToken.None)
            : FhirBundleReader.ReadAsync(stream, Options, CancellationToken.None);
        var (end, left) = (string.Empty, 0);
        await foreach (var item in items)
        {
            if (item.Kind == FhirBundleItemKind.Entry)
            {
                left++;
                BundleIntake.Take(item, content, kinds);
            }
            else
            {
                end += $"{item.Kind} {item.Index} {item.HasErrors} {item.Header?.Total} {string.Join(' ', item.Issues)}\n";
            }
        }

        return (content, end, left);
    }
}
