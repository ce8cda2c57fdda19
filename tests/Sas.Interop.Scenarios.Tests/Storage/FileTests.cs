using System.Net;
using System.Runtime.Versioning;

using Microsoft.Data.Sqlite;

using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Storage;

/// <summary>The file of the database, held, taken away, or on a full disk, under the running hub.</summary>
[Parallelizable]
internal sealed class FileTests
{
    private const int DiskMegabytes = 8;
    private TestFolder _folder = null!; // Set before each test.

    private string File => Path.Combine(_folder.FullName, "hub.db");

    [SetUp]
    public void MakeFolder() => _folder = new TestFolder("hub-file-");

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public Task HeldByAnotherProgram_AndFreed_PutsWritesOffAndLosesNone()
    {
        SqliteConnection? other = null;
        return FailsAsync(
            async () =>
            {
                other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
                await other.OpenAsync();
                await using var hold = other.CreateCommand();
                hold.CommandText = "BEGIN IMMEDIATE;";
                await hold.ExecuteNonQueryAsync();
            },
            async () => await (other?.DisposeAsync() ?? ValueTask.CompletedTask));
    }

    [Test]
    public Task TakenAway_AndPutBack_PutsWritesOffAndLosesNone() => FailsAsync(
        () =>
        {
            System.IO.File.Move(File, File + ".away");
            return Task.CompletedTask;
        },
        () =>
        {
            System.IO.File.Move(File + ".away", File);
            return Task.CompletedTask;
        });

    [Test]
    [UnsupportedOSPlatform("windows")]
    public async Task FullDisk_AndRoomAgain_PutsWritesOffAndLosesNone()
    {
        await using var disk = await SmallDisk.MountAsync(_folder.FullName, DiskMegabytes);
        await using var hub = await StorageHub.OnFileAsync(_folder.FullName);
        var writer = new DurableWriter(hub, 1);
        await writer.UntilMadeAsync();
        await using var watch = new SearchWatch(hub);

        var filler = Path.Combine(_folder.FullName, "filler");
        await Eventually.TrueAsync(
            async () =>
            {
                // The log of the database may still have room of its own.
                SmallDisk.Fill(filler);
                return await writer.WriteAsync(padding: 150) is (HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable);
            },
            "a write on the full disk to be put off");
        await writer.IsPutOffAsync();
        Assert.That(await StorageHub.HealthAsync(hub), Is.EqualTo("failing"));
        await writer.IsKeptAsync();
        var answered = watch.Answered;
        await Eventually.TrueAsync(() => watch.Answered > answered + 20, "searches while the disk is full");

        System.IO.File.Delete(filler);
        await writer.UntilMadeAsync();
        await writer.IsKeptAsync();
        await StorageHub.HasNoHoleAsync(hub);
        Assert.That(watch.Wrong, Is.Empty);
    }

    private async Task FailsAsync(Func<Task> fail, Func<Task> mend)
    {
        await using var hub = await StorageHub.OnFileAsync(_folder.FullName);
        var writer = new DurableWriter(hub, 1);
        await writer.UntilMadeAsync();
        await using var watch = new SearchWatch(hub);

        await fail();
        await writer.IsPutOffAsync();
        Assert.That(await StorageHub.HealthAsync(hub), Is.EqualTo("failing"));
        var answered = watch.Answered;
        await Eventually.TrueAsync(() => watch.Answered > answered + 20, "searches while the database is away");

        await mend();
        await writer.UntilMadeAsync();
        await writer.IsKeptAsync();
        Assert.That(await StorageHub.HealthAsync(hub), Is.EqualTo("ok"));
        await StorageHub.HasNoHoleAsync(hub);
        Assert.That(watch.Wrong, Is.Empty);
    }
}
