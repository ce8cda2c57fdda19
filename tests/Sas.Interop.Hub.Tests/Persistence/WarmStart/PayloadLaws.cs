using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Persistence.WarmStart;

namespace Sas.Interop.Hub.Tests.Persistence.WarmStart;

[Parallelizable(ParallelScope.All)]
internal sealed class PayloadLaws
{
    [Test]
    public void Number_Any_IsReadAgain() => Prop.ForAll(ArbMap.Default.ArbFor<ulong>(), static number => ReadNumber(Write(number)) == (number, true))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [TestCase(0UL)]
    [TestCase(127UL)]
    [TestCase(128UL)]
    [TestCase(ulong.MaxValue)]
    public void Number_Edge_IsReadAgain(ulong number) => Assert.That(ReadNumber(Write(number)), Is.EqualTo((number, true)));

    [Test]
    public void Number_LongerThan64Bits_IsRefused()
    {
        byte[] endless = [.. Enumerable.Repeat((byte)0xFF, 10)];
        byte[] tooLarge = [.. Enumerable.Repeat((byte)0xFF, 9), 2];

        Assert.That((ReadNumber(endless).Spent, ReadNumber(tooLarge).Spent, ReadNumber([0x80]).Spent), Is.EqualTo((false, false, false)));
    }

    [Test]
    public void Text_Any_IsReadAgain() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), static text =>
    {
        // A half of a pair is no text; it comes back as the sign for that.
        var sound = string.Concat(text.Get.EnumerateRunes());
        var payload = new PayloadWriter();
        payload.Text(sound);
        var reader = new PayloadReader(payload.WrittenMemory);
        return reader.Text() == sound && reader.IsSpent;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Test]
    public void Text_NoUtf8_IsRefused()
    {
        var reader = new PayloadReader(new byte[] { 2, 0xC3, 0x28 });
        reader.Text();

        Assert.That(reader.Failed);
    }

    [Test]
    public void Count_MoreThanThereAreBytes_IsRefusedBeforeAnythingIsMade()
    {
        var payload = new PayloadWriter();
        payload.Number(1_000_000_000UL);
        var reader = new PayloadReader(payload.WrittenMemory);

        Assert.That(reader.Count(bytesEach: 1), Is.Zero);
        Assert.That(reader.Failed);
    }

    /// <summary>A file from elsewhere may have right checksums: whatever stands in a payload is taken apart within bounds, or refused.</summary>
    [Test]
    public void Read_AnyChangeOfAPayload_NeverThrows()
    {
        var block = new BlockEncoder();
        foreach (var owner in Saved.Owners(3))
        {
            block.Add(owner);
        }

        var payload = block.Finish().ToArray();
        var random = new Random(7);
        var refused = 0;
        for (var turn = 0; turn < 5_000; turn++)
        {
            var changed = payload.ToArray();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            refused += BlockDecoder.Read(changed, 3, static owner => Saved.Print(owner).Length > 0) ? 0 : 1;
        }

        Assert.That(refused, Is.GreaterThan(500));
        Assert.That(BlockDecoder.Read(payload, 3, static _ => true));
        Assert.That(BlockDecoder.Read(payload, 2, static _ => true), Is.False, "an owner too many");
        Assert.That(BlockDecoder.Read(payload, 4, static _ => true), Is.False, "an owner too few");
        Assert.That(BlockDecoder.Read(payload, uint.MaxValue, static _ => true), Is.False);
    }

    private static byte[] Write(ulong number)
    {
        var payload = new PayloadWriter();
        payload.Number(number);
        return payload.Written.ToArray();
    }

    private static (ulong Number, bool Spent) ReadNumber(byte[] bytes)
    {
        var reader = new PayloadReader(bytes);
        return (reader.Number(), reader.IsSpent);
    }
}
