using Sas.Interop.Hub.Persistence.WarmStart;
using Sas.Interop.Hub.Tests.Configuration;

namespace Sas.Interop.Hub.Tests.Persistence.WarmStart;

[Parallelizable(ParallelScope.All)]
internal sealed class WarmStartFileTests
{
    [TestCase(0, 0)]
    [TestCase(1, 0)]
    [TestCase(7, 3)]
    [TestCase(3000, 40)]
    public async Task ReadAsync_WhatWasWritten_IsReadAgain(int count, int slots)
    {
        using var folder = new TempFolder();
        var owners = Saved.Owners(count, slots);

        var writing = await WriteAsync(folder, owners);
        var reading = await ReadAsync(folder);

        Assert.That(writing.Problem, Is.Null);
        Assert.That(reading.Problem, Is.Null);
        Assert.That(reading.Owners, Is.EqualTo(owners.Select(Saved.Print)));
        Assert.That(reading.WrittenAt, Is.EqualTo(Saved.Now));
        Assert.That(reading.Totals, Is.EqualTo(writing.Totals));
        Assert.That(writing.Totals.Blocks, count > 1000 ? Is.GreaterThan(2) : Is.LessThan(2), "several blocks where there is much");
        Assert.That(
            (writing.Totals.Owners, writing.Totals.Lanes, writing.Totals.Slots, writing.Totals.Bytes),
            Is.EqualTo((count, count, (long)count * slots, new FileInfo(PathIn(folder)).Length)));
    }

    [Test]
    public async Task ReadAsync_NoFile_SaysSo()
    {
        using var folder = new TempFolder();

        Assert.That((await ReadAsync(folder)).Absent);
        Assert.That((await Saved.File(folder.File("missing")).ReadAsync(static () => new PrintingTaker(), CancellationToken.None)).Absent);
    }

    [Test]
    public async Task ReadAsync_EveryTruncation_RefusesTheWholeFile()
    {
        using var folder = new TempFolder();
        await WriteAsync(folder, Saved.Owners(2));
        var whole = await File.ReadAllBytesAsync(PathIn(folder));

        for (var length = 0; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(PathIn(folder), whole[..length]);
            AssertRefused(await ReadAsync(folder), $"{length} of {whole.Length} bytes");
        }
    }

    [Test]
    public async Task ReadAsync_BitFlippedInAnyByte_RefusesTheWholeFile()
    {
        using var folder = new TempFolder();
        await WriteAsync(folder, Saved.Owners(2));
        var bytes = await File.ReadAllBytesAsync(PathIn(folder));

        var random = new Random(3);
        for (var at = 0; at < bytes.Length; at++)
        {
            var flipped = (byte)(1 << random.Next(8));
            bytes[at] ^= flipped;
            await File.WriteAllBytesAsync(PathIn(folder), bytes);
            AssertRefused(await ReadAsync(folder), $"bits {flipped:x2} of byte {at}");
            bytes[at] ^= flipped;
        }

        await File.WriteAllBytesAsync(PathIn(folder), bytes);
        Assert.That((await ReadAsync(folder)).Problem, Is.Null, "the file was good before");
    }

    [Test]
    public async Task ReadAsync_RandomDamageOfALargeFile_RefusesTheWholeFile()
    {
        using var folder = new TempFolder();
        await WriteAsync(folder, Saved.Owners(3000, 40));
        var whole = await File.ReadAllBytesAsync(PathIn(folder));
        var random = new Random(1);
        for (var turn = 0; turn < 15; turn++)
        {
            var bytes = whole.ToArray();
            var (at, length) = (random.Next(bytes.Length), random.Next(1, 5000));
            random.NextBytes(bytes.AsSpan(at, Math.Min(length, bytes.Length - at)));
            await File.WriteAllBytesAsync(PathIn(folder), bytes);
            AssertRefused(await ReadAsync(folder), $"{length} bytes at {at}");
        }
    }

    [Test]
    public async Task ReadAsync_BlocksOfAnotherFileOrBytesAfterTheEnd_RefusesTheWholeFile()
    {
        using var folder = new TempFolder();
        await WriteAsync(folder, Saved.Owners(2));
        var one = await File.ReadAllBytesAsync(PathIn(folder));
        await WriteAsync(folder, Saved.Owners(2));
        var other = await File.ReadAllBytesAsync(PathIn(folder));

        await File.WriteAllBytesAsync(PathIn(folder), [.. one[..WarmStartFormat.HeadBytes], .. other[WarmStartFormat.HeadBytes..]]);
        AssertRefused(await ReadAsync(folder), "the blocks of another file");
        await File.WriteAllBytesAsync(PathIn(folder), [.. one, 0]);
        AssertRefused(await ReadAsync(folder), "one byte too many");
        await File.WriteAllBytesAsync(PathIn(folder), [.. one, .. one]);
        AssertRefused(await ReadAsync(folder), "twice");
    }

    [Test]
    public async Task ReadAsync_LaterVersion_IsRefusedByName()
    {
        using var folder = new TempFolder();
        await WriteAsync(folder, Saved.Owners(2));
        var bytes = await File.ReadAllBytesAsync(PathIn(folder));
        bytes[8]++;
        await File.WriteAllBytesAsync(PathIn(folder), bytes);

        Assert.That((await ReadAsync(folder)).Problem, Does.Contain("version 2"));
    }

    [Test]
    public async Task ReadAsync_LongerThanAllowed_IsNotRead()
    {
        using var folder = new TempFolder();
        await WriteAsync(folder, Saved.Owners(2));

        var reading = await Saved.File(folder.Path, maxBytes: 100).ReadAsync(static () => new PrintingTaker(), CancellationToken.None);

        Assert.That(reading.Problem, Does.Contain("Hub:WarmStart:MaxBytes"));
    }

    [Test]
    public async Task ReadAsync_TakerRefusesAnOwner_RefusesTheWholeFile()
    {
        using var folder = new TempFolder();
        await WriteAsync(folder, Saved.Owners(3000, 40));

        var reading = await Saved.File(folder.Path).ReadAsync(static () => new Choosy(Saved.Key(2999).ToString()), CancellationToken.None);

        AssertRefused(reading, "the last owner made no sense");
    }

    [Test]
    public async Task WriteAsync_LongerThanAllowed_LeavesTheFileThatIsThere()
    {
        using var folder = new TempFolder();
        await WriteAsync(folder, Saved.Owners(1));

        var writing = await Saved.File(folder.Path, maxBytes: 1024 * 1024).WriteAsync(Saved.Owners(3000, 40), Saved.Now, CancellationToken.None);

        Assert.That(writing.Problem, Does.Contain("Hub:WarmStart:MaxBytes"));
        Assert.That((await ReadAsync(folder)).Owners, Has.Count.EqualTo(1));
        Assert.That(Directory.GetFiles(folder.Path), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task WriteAsync_Cancelled_LeavesTheFileThatIsThere()
    {
        using var folder = new TempFolder();
        await WriteAsync(folder, Saved.Owners(1));
        using var stop = new CancellationTokenSource();
        var owners = Saved.Owners(3000, 40).Select((owner, number) =>
        {
            if (number == 2000)
            {
                stop.Cancel();
            }

            return owner;
        });

        Assert.That(async () => await Saved.File(folder.Path).WriteAsync(owners, Saved.Now, stop.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That((await ReadAsync(folder)).Owners, Has.Count.EqualTo(1));
        Assert.That((await WriteAsync(folder, Saved.Owners(2))).Problem, Is.Null, "what was left of the draft is in nobody's way");
        Assert.That((await ReadAsync(folder)).Owners, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task WriteAsync_FolderCannotBeMade_SaysSo()
    {
        using var folder = new TempFolder();
        var taken = folder.Write("data", "a file");

        var writing = await Saved.File(taken).WriteAsync(Saved.Owners(1), Saved.Now, CancellationToken.None);

        Assert.That(writing.Problem, Does.StartWith("cannot be written"));
        Assert.That((await Saved.File(taken).ReadAsync(static () => new PrintingTaker(), CancellationToken.None)).Owners, Is.Empty);
    }

    [Test]
    public async Task WriteAsync_NewFile_IsForItsOwnerOnly()
    {
        using var folder = new TempFolder();
        await WriteAsync(folder, Saved.Owners(1));

        Assert.That(OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(PathIn(folder)), Is.EqualTo(OperatingSystem.IsWindows() ? default : UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    private static string PathIn(TempFolder folder) => folder.File(WarmStartFile.Name);

    private static Task<WarmStartWriting> WriteAsync(TempFolder folder, SavedOwner[] owners) =>
        Saved.File(folder.Path).WriteAsync(owners, Saved.Now, CancellationToken.None);

    private static Task<WarmStartReading<string>> ReadAsync(TempFolder folder) =>
        Saved.File(folder.Path).ReadAsync(static () => new PrintingTaker(), CancellationToken.None);

    private static void AssertRefused(WarmStartReading<string> reading, string what)
    {
        Assert.That(reading.Problem, Is.Not.Null, what);
        Assert.That(reading.Owners, Is.Empty, what);
    }

    private sealed class Choosy(string refused) : ISavedOwnerTaker<string>
    {
        public bool TryTake(SavedOwner saved, out string? taken)
        {
            taken = saved.Owner.ToString();
            return taken != refused;
        }
    }
}
