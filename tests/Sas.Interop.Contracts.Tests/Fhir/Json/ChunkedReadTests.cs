using System.Buffers;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Contracts.Tests.Fhir.Json;

[TestFixture]
[Parallelizable]
internal sealed class ChunkedReadTests
{
    [Test]
    public async Task ReadAsync_OneByteAtATime_GivesTheSameAsWhole()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var text = FhirJson.ToUtf8(new ModelGenerator(new Random(seed)).Resource(0));
            var whole = FhirJson.Read<Resource>(text, FhirReadOptions.Default);

            var chunked = await FhirJson.ReadAsync<Resource>(new ChunkStream(text, 1), FhirReadOptions.Default, CancellationToken.None);

            Assert.That(ModelTypes.Dump(chunked.Resource), Is.EqualTo(ModelTypes.Dump(whole.Resource)));
            Assert.That(chunked.Issues, Is.EqualTo(whole.Issues));
        }
    }

    [Test]
    public void Read_SequenceSplitAtEveryByte_GivesTheSameAsWhole()
    {
        var text = BundleSamples.Odd;
        var whole = FhirJson.Read<Bundle>(text, FhirReadOptions.Default);
        for (var split = 0; split <= text.Length; split++)
        {
            var chunked = FhirJson.Read<Bundle>(Split(text, split), FhirReadOptions.Default);

            Assert.That(chunked.Issues, Is.EqualTo(whole.Issues));
            Assert.That(ModelTypes.Dump(chunked.Resource), Is.EqualTo(ModelTypes.Dump(whole.Resource)));
        }
    }

    [Test]
    public async Task ReadAsync_StreamLongerThanAllowed_StopsReadingIt()
    {
        var stream = new ChunkStream(new byte[100_000], 1_000);

        var read = await FhirJson.ReadAsync<Slot>(stream, FhirReadOptions.Default with { MaxBytes = 5_000 }, CancellationToken.None);

        Assert.That(read.Resource, Is.Null);
        Assert.That(read.Issues, Has.One.Property("Rule").EqualTo(FhirIssueRules.Size));
        Assert.That(stream.BytesGiven, Is.LessThanOrEqualTo(70_000), "Not read to its end.");
    }

    [TestCase(0)]
    [TestCase(1)]
    public async Task ReadAsync_TextAroundTheLimit_IsReadUpToTheLastByte(int excess)
    {
        var text = BundleSamples.Right;

        var read = await FhirJson.ReadAsync<Bundle>(
            new ChunkStream(text, 7), FhirReadOptions.Default with { MaxBytes = text.Length - excess }, CancellationToken.None);

        Assert.That(read.HasErrors, Is.EqualTo(excess > 0));
    }

    [Test]
    public void ReadAsync_Cancelled_Throws() => Assert.That(
        async () => await FhirJson.ReadAsync<Slot>(new ChunkStream(BundleSamples.Right, 1), FhirReadOptions.Default, new CancellationToken(true)),
        Throws.InstanceOf<OperationCanceledException>());

    private static ReadOnlySequence<byte> Split(byte[] text, int position)
    {
        var first = new Segment(text.AsMemory(0, position), 0, null);
        var last = new Segment(text.AsMemory(position), position, first);
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long index, Segment? before)
        {
            Memory = memory;
            RunningIndex = index;
            before?.Next = this;
        }
    }
}
