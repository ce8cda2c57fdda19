using FsCheck;
using FsCheck.Fluent;

using Microsoft.Data.Sqlite;

using Sas.Interop.Hub.Persistence;

namespace Sas.Interop.Hub.Tests.Persistence;

/// <summary>What is kept, in which order, and what happens when the database fails.</summary>
internal sealed class PreferenceStoreTests
{
    private const string Anne = "810000000001";
    private const string Denis = "810000000002";
    private StorageRig _rig = new();

    [SetUp]
    public void SetUp() => _rig = new StorageRig();

    [TearDown]
    public void TearDown() => _rig.Dispose();

    [Test]
    public async Task ChangeAsync_New_IsKeptForTheNextHub()
    {
        var changed = await SetAsync(await _rig.StoreAsync(), Anne, "{}");

        var expected = new StoredPreference(Anne, 1, _rig.Time.GetUtcNow(), "{}");
        Assert.That(changed, Is.EqualTo(new PreferenceChanged(ChangeVerdict.Made, expected, true)));
        Assert.That(await FindAsync(await _rig.StoreAsync(), Anne), Is.EqualTo(expected));
    }

    [Test]
    public async Task ChangeAsync_SameAgain_WritesNothing()
    {
        var store = await _rig.StoreAsync();
        await SetAsync(store, Anne, "{}");
        _rig.Time.Advance(TimeSpan.FromHours(1));

        var again = await SetAsync(store, Anne, "{}");
        var next = await SetAsync(store, Denis, "{}");

        Assert.That(again.Verdict, Is.EqualTo(ChangeVerdict.Unchanged));
        Assert.That(again.Now?.Revision, Is.EqualTo(1));
        Assert.That(next.Now?.Revision, Is.EqualTo(2), "Revisions have no holes.");
    }

    [Test]
    public async Task ChangeAsync_Declined_WritesNothing()
    {
        var store = await _rig.StoreAsync();
        await SetAsync(store, Anne, "{}");

        var declined = await store.ChangeAsync(Anne, StorageRig.Roomy, static _ => null, CancellationToken.None);

        Assert.That(declined.Verdict, Is.EqualTo(ChangeVerdict.Declined));
        Assert.That((await FindAsync(store, Anne))?.Content, Is.EqualTo("{}"));
    }

    [Test]
    public async Task ChangeAsync_TakenBackAndSetAgain_NeverRepeatsARevision()
    {
        var store = await _rig.StoreAsync();

        var seen = new List<(long?, bool)>();
        foreach (var content in new[] { "a", null, "a", null })
        {
            var changed = await SetAsync(store, Anne, content);
            seen.Add((changed.Now?.Revision, changed.IsNew));
        }

        Assert.That(seen, Is.EqualTo(new (long?, bool)[] { (1, true), (2, false), (3, true), (4, false) }));
        Assert.That((await FindAsync(store, Anne))?.Content, Is.Null);
    }

    [Test]
    public async Task ChangeAsync_TakenBackButNeverSet_KeepsNoRow()
    {
        var store = await _rig.StoreAsync();

        Assert.That((await SetAsync(store, Anne, null)).Verdict, Is.EqualTo(ChangeVerdict.Unchanged));
        Assert.That(await FindAsync(store, Anne), Is.Null);
    }

    [Test]
    public async Task ChangeAsync_NoMoreRoom_TakesNoNewOwnerButChangesTheOld()
    {
        var store = await _rig.StoreAsync();
        await store.ChangeAsync(Anne, 1, static _ => new PreferenceChange("a"), CancellationToken.None);

        var refused = await store.ChangeAsync(Denis, 1, static _ => new PreferenceChange("a"), CancellationToken.None);
        var changed = await store.ChangeAsync(Anne, 1, static _ => new PreferenceChange("b"), CancellationToken.None);

        Assert.That(refused.Verdict, Is.EqualTo(ChangeVerdict.Full));
        Assert.That(await FindAsync(store, Denis), Is.Null);
        Assert.That(changed.Verdict, Is.EqualTo(ChangeVerdict.Made));
    }

    [Test]
    public async Task ReadPageAsync_InPages_PassesEveryLastChangeOnce()
    {
        var store = await _rig.StoreAsync();
        for (var number = 0; number < 7; number++)
        {
            await SetAsync(store, $"81000000000{number}", $"{number}");
            _rig.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await SetAsync(store, "810000000002", null);

        var seen = new List<string>();
        for (long after = 0; await store.ReadPageAsync(DateTimeOffset.MinValue, after, 3, CancellationToken.None) is { Count: > 0 } page; after = page[^1].Revision)
        {
            seen.AddRange(page.Select(static stored => $"{stored.Owner[^1]}{stored.Content}"));
        }

        var late = await store.ReadPageAsync(_rig.Time.GetUtcNow().AddMinutes(-2), 0, 100, CancellationToken.None);
        Assert.That(seen, Is.EqualTo(new[] { "00", "11", "33", "44", "55", "66", "2" }));
        Assert.That(late.Select(static stored => stored.Revision), Is.EqualTo(new long[] { 6, 7, 8 }));
    }

    [Test]
    public async Task ChangeAsync_TwoHubsAtOnce_EndInOneOrder()
    {
        PreferenceStore[] hubs = [await _rig.StoreAsync(), await _rig.StoreAsync()];

        var all = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() => RetriedAsync(hubs[number % 2], number % 4 == 0 ? Denis : Anne, $"{number}"))));

        Assert.That(all.Select(static stored => stored.Revision).Order(), Is.EqualTo(Enumerable.Range(1, 40).Select(static number => (long)number)));
        foreach (var owner in all.GroupBy(static stored => stored.Owner))
        {
            Assert.That(await FindAsync(hubs[0], owner.Key), Is.EqualTo(owner.MaxBy(static stored => stored.Revision)));
        }
    }

    [Test]
    public async Task ChangeAsync_AnotherProgramHoldsTheFile_FailsInTimeAndReadsGoOn()
    {
        var store = await _rig.StoreAsync();
        await SetAsync(store, Anne, "a");
        await using (var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _rig.File, Pooling = false }.ToString()))
        {
            await other.OpenAsync();
            await using var hold = other.BeginTransaction();

            Assert.That(async () => await Task.Run(() => SetAsync(store, Anne, "b")).WaitAsync(TimeSpan.FromSeconds(20)), Throws.InstanceOf<StorageUnavailableException>());
            Assert.That((await FindAsync(store, Anne))?.Content, Is.EqualTo("a"));
        }

        Assert.That((await SetAsync(store, Anne, "b")).Now?.Revision, Is.EqualTo(2), "The next one is kept again.");
    }

    [Test]
    public async Task ChangeAsync_FileIsGone_Fails()
    {
        var store = await _rig.StoreAsync();
        File.Delete(_rig.File);

        Assert.That(async () => await SetAsync(store, Anne, "a"), Throws.InstanceOf<StorageUnavailableException>());
        Assert.That(async () => await FindAsync(store, Anne), Throws.InstanceOf<StorageUnavailableException>());
    }

    [Test]
    public async Task FindAsync_TableIsGone_Fails()
    {
        var store = await _rig.StoreAsync();
        await using var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _rig.File, Pooling = false }.ToString());
        await other.OpenAsync();
        await using var drop = other.CreateCommand();
        drop.CommandText = "DROP TABLE preferences;";
        await drop.ExecuteNonQueryAsync();

        Assert.That(async () => await FindAsync(store, Anne), Throws.InstanceOf<StorageUnavailableException>());
    }

    [Test]
    public void ChangeAsync_AnySequence_EndsAsADictionaryWould() => Prop.ForAll(
        Gen.Elements(1, 2, 3).SelectMany(static owner => Gen.Elements("a", "b", null).Select(content => (Owner: $"81000000000{owner}", Content: content))).ListOf().ToArbitrary(),
        static steps =>
        {
            using var rig = new StorageRig();
            var store = rig.StoreAsync().GetAwaiter().GetResult();
            var expected = new Dictionary<string, string?>();
            long revision = 0;
            foreach (var (owner, content) in steps)
            {
                var isChange = expected.GetValueOrDefault(owner) != content;
                var changed = SetAsync(store, owner, content).GetAwaiter().GetResult();
                Assert.That(changed.Verdict, Is.EqualTo(isChange ? ChangeVerdict.Made : ChangeVerdict.Unchanged));
                revision += isChange ? 1 : 0;
                Assert.That(!isChange || changed.Now?.Revision == revision);
                expected[owner] = content;
            }

            foreach (var (owner, content) in expected)
            {
                Assert.That(FindAsync(store, owner).GetAwaiter().GetResult()?.Content, Is.EqualTo(content));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    private static Task<PreferenceChanged> SetAsync(PreferenceStore store, string owner, string? content) =>
        store.ChangeAsync(owner, StorageRig.Roomy, _ => new PreferenceChange(content), CancellationToken.None);

    private static Task<StoredPreference?> FindAsync(PreferenceStore store, string owner) => store.FindAsync(owner, CancellationToken.None);

    /// <summary>A change of a hub that must wait too long for another one fails, and is sent again.</summary>
    private static async Task<StoredPreference> RetriedAsync(PreferenceStore store, string owner, string content)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return (await SetAsync(store, owner, content)).Now ?? throw new InvalidOperationException("Nothing is kept.");
            }
            catch (StorageUnavailableException) when (attempt < 50)
            {
                await Task.Yield();
            }
        }
    }
}
