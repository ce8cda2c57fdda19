using System.Text;
using System.Text.Json;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Json;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Tests.Json;

[Parallelizable(ParallelScope.All)]
internal sealed class JsonFeedTests
{
    private static readonly JsonShape Wide = JsonShape.Of("items[]", "days.*[]", "grid[][].x", "next", "meta.*");

    [Test]
    public void ReadAsync_AnyDocument_HandsOverWhatTheWholeDocumentHolds() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed =>
        {
            var json = JsonSample.Make(seed);
            var read = Read(Encoding.UTF8.GetBytes(json), Wide);

            return read.Error is null && read.Values.SequenceEqual(JsonSample.Expected(json));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void ReadAsync_AnyDocumentInPieces_HandsOverTheSameValues() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), Gen.Choose(1, 40).ToArbitrary(), static (seed, step) =>
        {
            var bytes = Encoding.UTF8.GetBytes(JsonSample.Make(seed));
            var (whole, pieces) = (Read(bytes, Wide), Read(new TricklingStream(bytes, step), Wide));

            return whole.Values.SequenceEqual(pieces.Values) && whole.Error is null && pieces.Error is null;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void ReadAsync_AnyDocumentCutAtAnyByte_HandsOverTheSameValues()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var bytes = Encoding.UTF8.GetBytes(JsonSample.Make(seed));
            var whole = Read(bytes, Wide);
            for (var cut = 1; cut < bytes.Length; cut++)
            {
                Assert.That(Read(new CutStream(bytes, cut), Wide).Values, Is.EqualTo(whole.Values), $"seed {seed}, cut {cut}");
            }
        }
    }

    [Test]
    public void ReadAsync_AnyDocumentEndingTooEarly_IsTruncatedAfterTheValuesBefore()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var bytes = Encoding.UTF8.GetBytes(JsonSample.Make(seed));
            var whole = Read(bytes, Wide);
            for (var length = 1; length < bytes.Length; length++)
            {
                var read = Read(bytes[..length], Wide);

                Assert.That(read.Error?.Code, Is.EqualTo(HubErrorCode.VendorTruncated), $"seed {seed}, {length} bytes");
                Assert.That(whole.Values.Take(read.Values.Count), Is.EqualTo(read.Values), $"seed {seed}, {length} bytes");
            }
        }
    }

    [Test]
    public void ReadAsync_AnyBytesInPieces_FailOrSucceedAsAWhole() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<int>(), Gen.Choose(1, 9).ToArbitrary(), static (seed, where, step) =>
        {
            var bytes = JsonSample.Damage(Encoding.UTF8.GetBytes(JsonSample.Make(seed)), where);
            var (whole, pieces) = (Read(bytes, Wide), Read(new TricklingStream(bytes, step), Wide));

            return whole.Error?.Code == pieces.Error?.Code && whole.Values.SequenceEqual(pieces.Values);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void ReadAsync_WildcardKeys_AreTold()
    {
        var read = Read("""{"days":{"2026-03-02":[1,2],"2026-03-03":[],"2026-03-04":[3]}}"""u8.ToArray(), JsonShape.Of("days.*[]"));

        Assert.That(read.Values, Is.EqualTo(new[] { "0 2026-03-02 1", "0 2026-03-02 2", "0 2026-03-04 3" }));
    }

    [Test]
    public void ReadAsync_NamedMemberBesideAWildcard_IsNotTheWildcards()
    {
        var read = Read("""{"a":1,"total":2,"b":3}"""u8.ToArray(), JsonShape.Of("*", "total"));

        Assert.That(read.Values, Is.EqualTo(new[] { "0 a 1", "1  2", "0 b 3" }));
    }

    [Test]
    public void ReadAsync_EscapedName_Matches()
    {
        var read = Read("""{"it\u0065ms":[1]}"""u8.ToArray(), JsonShape.Of("items[]"));

        Assert.That(read.Values, Is.EqualTo(new[] { "0  1" }));
    }

    [Test]
    public void ReadAsync_NestedLists_AreWalked()
    {
        var read = Read("""[[{"slots":[[1],[2,3]]}],[]]"""u8.ToArray(), JsonShape.Of("[][].slots[][]"));

        Assert.That(read.Values, Is.EqualTo(new[] { "0  1", "0  2", "0  3" }));
    }

    [Test]
    public void ReadAsync_NullWhereAListIsDue_IsEmpty()
    {
        var read = Read("""{"items":null,"days":{"d":null}}"""u8.ToArray(), Wide);

        Assert.That(read.Error, Is.Null);
        Assert.That(read.Values, Is.Empty);
    }

    [TestCase("""{"items":{}}""")]
    [TestCase("""{"items":"none"}""")]
    [TestCase("""{"items":false}""")]
    [TestCase("""{"days":[]}""")]
    [TestCase("""{"days":{"d":{}}}""")]
    [TestCase("""{"grid":[{}]}""")]
    [TestCase("""{"grid":[[4]]}""")]
    public void ReadAsync_OtherTypeThanDue_IsAnInvalidValue(string json) =>
        Assert.That(Read(Encoding.UTF8.GetBytes(json), Wide).Error?.Code, Is.EqualTo(HubErrorCode.VendorInvalidValue));

    [TestCase("{}", false)]
    [TestCase("""{"total":0}""", false)]
    [TestCase("""{"items":null}""", false)]
    [TestCase("""{"other":{"items":[]}}""", false)]
    [TestCase("""{"items":[]}""", true)]
    [TestCase("""{"items":[1]}""", true)]
    public void ReadAsync_RequiredMember_TellsAnEmptyAnswerFromNone(string json, bool isAnswer) =>
        Assert.That(
            Read(Encoding.UTF8.GetBytes(json), JsonShape.Of("items![]", "total")).Error?.Code,
            isAnswer ? Is.Null : Is.EqualTo(HubErrorCode.VendorMalformed));

    [TestCase("<html>", HubErrorCode.VendorBlocked)]
    [TestCase("  \r\n\t<!DOCTYPE html>", HubErrorCode.VendorBlocked)]
    [TestCase("\uFEFF<html>", HubErrorCode.VendorBlocked)]
    [TestCase("", HubErrorCode.VendorMalformed)]
    [TestCase("   ", HubErrorCode.VendorMalformed)]
    [TestCase("\uFEFF", HubErrorCode.VendorMalformed)]
    [TestCase("[]", HubErrorCode.VendorMalformed)]
    [TestCase("true", HubErrorCode.VendorMalformed)]
    [TestCase("Forbidden", HubErrorCode.VendorMalformed)]
    [TestCase("{\"items\":[1,,2]}", HubErrorCode.VendorMalformed)]
    [TestCase("{\"items\":[1]} and more", HubErrorCode.VendorMalformed)]
    [TestCase("{\"items\":[1]}{\"items\":[2]}", HubErrorCode.VendorMalformed)]
    [TestCase("{\"days\":{\"\\uD800\":[1]}}", HubErrorCode.VendorMalformed)]
    public void ReadAsync_NotTheAnswer_IsCodedWhateverThePieces(string body, HubErrorCode expected)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        for (var step = 1; step <= Math.Max(1, bytes.Length); step++)
        {
            Assert.That(Read(new TricklingStream(bytes, step), Wide).Error?.Code, Is.EqualTo(expected), $"pieces of {step}");
        }
    }

    [Test]
    public void ReadAsync_BrokenTextInAName_IsMalformed()
    {
        byte[] bytes = [.. "{\"days\":{\""u8, 0xFF, 0xFE, .. "\":[1]}}"u8];

        Assert.That(Read(bytes, Wide).Error?.Code, Is.EqualTo(HubErrorCode.VendorMalformed));
    }

    [Test]
    public void ReadAsync_ByteOrderMarkInPieces_IsPassedOver()
    {
        var bytes = Encoding.UTF8.GetBytes("\uFEFF \n{\"items\":[7]} \r\n");
        for (var step = 1; step <= bytes.Length; step++)
        {
            Assert.That(Read(new TricklingStream(bytes, step), Wide).Values, Is.EqualTo(new[] { "0  7" }), $"pieces of {step}");
        }
    }

    [TestCase("items")]
    [TestCase("elsewhere")]
    public void ReadAsync_NestedTooDeep_IsTooLargeInsideAndOutsideOfValues(string member)
    {
        var deep = JsonFeed.MaxDepth + 20;
        var json = $$"""{"{{member}}":{{new string('[', deep)}}{{new string(']', deep)}}}""";

        Assert.That(Read(Encoding.UTF8.GetBytes(json), Wide).Error?.Code, Is.EqualTo(HubErrorCode.VendorTooLarge));
    }

    [Test]
    public void ReadAsync_DeepButAllowed_IsRead()
    {
        var deep = JsonFeed.MaxDepth - 4;
        var json = $$"""{"items":[{{new string('[', deep)}}{{new string(']', deep)}}]}""";

        Assert.That(Read(Encoding.UTF8.GetBytes(json), Wide).Values, Has.Count.EqualTo(1));
    }

    [Test]
    public void ReadAsync_ValueLongerThanTheBound_IsTooLarge()
    {
        var json = $$"""{"items":["{{new string('x', JsonFeed.MaxValueBytes + 10)}}"]}""";

        Assert.That(Read(Encoding.UTF8.GetBytes(json), Wide).Error?.Code, Is.EqualTo(HubErrorCode.VendorTooLarge));
    }

    [Test]
    public void ReadAsync_LongValueWithinTheBound_IsWhole()
    {
        var text = new string('x', 300_000);

        Assert.That(Read(Encoding.UTF8.GetBytes($$"""{"items":["{{text}}"]}"""), Wide).Values, Is.EqualTo(new[] { $"0  \"{text}\"" }));
    }

    [Test]
    public void ReadAsync_LongBlankEnd_IsNoValue()
    {
        var json = """{"items":[1]}""" + new string(' ', JsonFeed.MaxValueBytes + 100_000);

        Assert.That(Read(Encoding.UTF8.GetBytes(json), Wide).Values, Is.EqualTo(new[] { "0  1" }));
    }

    [Test]
    public void ReadAsync_HandlerRefuses_StopsThere()
    {
        var handed = 0;
        var refusal = new HubError(HubErrorCode.VendorInvalidValue, "Enough.");
        using var stream = new MemoryStream("""{"items":[1,2,3]}"""u8.ToArray());
        var outcome = Finish(JsonFeed.ReadAsync(stream, Wide, (int _, in JsonFeedPosition _, ref Utf8JsonReader _) => ++handed == 2 ? refusal : null, default));

        Assert.That(outcome.Error, Is.SameAs(refusal));
        Assert.That(handed, Is.EqualTo(2));
    }

    [Test]
    public void ReadAsync_HandlerMeetsAnotherType_IsAnInvalidValue()
    {
        using var stream = new MemoryStream("""{"items":["x"]}"""u8.ToArray());
        var outcome = Finish(JsonFeed.ReadAsync(
            stream,
            Wide,
            static (int _, in JsonFeedPosition _, ref Utf8JsonReader value) => value.GetInt32() == 0 ? null : new HubError(HubErrorCode.Internal, "Not zero."),
            default));

        Assert.That(outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorInvalidValue));
    }

    private static (List<string> Values, HubError? Error) Read(byte[] bytes, JsonShape shape) => Read(new MemoryStream(bytes), shape);

    private static (List<string> Values, HubError? Error) Read(Stream stream, JsonShape shape)
    {
        var values = new List<string>();
        var outcome = Finish(JsonFeed.ReadAsync(
            stream,
            shape,
            (int path, in JsonFeedPosition position, ref Utf8JsonReader value) =>
            {
                using var document = JsonDocument.ParseValue(ref value);
                values.Add($"{path} {position.Key} {document.RootElement.GetRawText()}");
                return null;
            },
            default));
        return (values, outcome.Error);
    }

    /// <summary>Streams in memory never wait, so that a read of them is over when it returns.</summary>
    private static Outcome<int> Finish(ValueTask<Outcome<int>> read)
    {
        var task = read.AsTask();
        Assert.That(task.IsCompletedSuccessfully, Is.True);
        return task.GetAwaiter().GetResult();
    }

    /// <summary>Gives its bytes in two pieces.</summary>
    private sealed class CutStream(byte[] bytes, int cut) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(Position < cut ? buffer[..(int)Math.Min(cut - Position, buffer.Length)] : buffer, cancellationToken);
    }
}
