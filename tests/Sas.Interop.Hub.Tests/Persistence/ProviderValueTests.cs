using Microsoft.EntityFrameworkCore;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Tests.Persistence;

/// <summary>What is kept comes back as it was, and compares as it should, on every database.</summary>
[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.PostgreSql)]
[TestFixture(StorageProvider.SqlServer)]
internal sealed class ProviderValueTests(StorageProvider provider)
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly string[] OddTexts =
    [
        string.Empty, " ", "a", "A", "a ", " a", "é", "e\u0301", "E", "ß", "ss", "İ", "i", "🩺", "\u200b", "a\tb\r\nc", "'; DROP TABLE counters; --", "%_[]\\",
        new string('x', TextLengths.Identifier), string.Concat(Enumerable.Repeat("🩺", TextLengths.Identifier / 2)),
    ];

    private DatabaseBed _bed = null!; // Set before each test.

    [SetUp]
    public async Task SetUp() => _bed = await DatabaseBed.CreateAsync(provider);

    [TearDown]
    public async Task TearDown()
    {
        if (_bed is not null)
        {
            await _bed.DisposeAsync();
        }
    }

    [Test]
    public async Task Texts_OddOnes_ComeBackAsTheyWereAndAreToldApartByTheirKeys()
    {
        var guard = await _bed.GuardAsync();
        await guard.ChangeAsync(
            static change =>
            {
                change.Context.AddRange(OddTexts.Select(static text => new IdentifierSystemRow { Key = IdentifierKey.Of(text), System = text, Sender = "v", Since = Now }));
                return Task.FromResult(0);
            },
            CancellationToken.None);

        foreach (var text in OddTexts)
        {
            var key = IdentifierKey.Of(text);
            Assert.That(await guard.UseAsync(context => context.Set<IdentifierSystemRow>().AsNoTracking().Where(row => row.Key == key).Select(static row => row.System).SingleAsync()), Is.EqualTo(text));
        }
    }

    [Test]
    public async Task Texts_LongDocument_ComesBackWhole()
    {
        var store = new PreferenceStore(await _bed.GuardAsync(), TimeProvider.System);
        var content = string.Concat(Enumerable.Repeat("{\"é\":\"🩺\\u0000\"}", 40_000));

        await store.ChangeAsync("810000000001", 10, _ => new PreferenceChange(content), CancellationToken.None);

        Assert.That((await store.FindAsync("810000000001", CancellationToken.None))?.Content, Is.EqualTo(content));
    }

    [Test]
    public async Task Instants_AnyOffset_CompareAndSortAsInstants()
    {
        DateTimeOffset[] instants =
        [
            DateTimeOffset.MinValue,
            Now.AddTicks(-1),
            Now.ToOffset(TimeSpan.FromHours(-4)),
            Now.AddTicks(1).ToOffset(TimeSpan.FromHours(11)),
            Now.AddDays(1),
            DateTimeOffset.MaxValue,
        ];
        var guard = await _bed.GuardAsync();
        await guard.ChangeAsync(
            change =>
            {
                change.Context.AddRange(instants.Select(static (instant, number) => new IdentifierSystemRow { Key = $"{number}", System = "s", Sender = "v", Since = instant }));
                return Task.FromResult(0);
            },
            CancellationToken.None);

        var sorted = await guard.UseAsync(static context => context.Set<IdentifierSystemRow>().OrderByDescending(static row => row.Since).Select(static row => row.Since).ToListAsync());
        var since = await guard.UseAsync(context => context.Set<IdentifierSystemRow>().CountAsync(row => row.Since >= instants[2]));
        Assert.That(sorted, Is.EqualTo(instants.Reverse()));
        Assert.That(sorted.Select(static instant => instant.Offset), Is.All.EqualTo(TimeSpan.Zero));
        Assert.That(since, Is.EqualTo(4));
    }

    [Test]
    public async Task Ids_MadeLater_SortLater()
    {
        var guard = await _bed.GuardAsync();
        var ids = Enumerable.Range(0, 20).Select(static number => RowIds.Create(Now.AddMilliseconds(number * 7))).ToList();
        await guard.ChangeAsync(
            change =>
            {
                change.Context.AddRange(ids.Select(static id => new IdentifierSystemRow { Key = id, System = "s", Sender = "v", Since = Now }).Reverse());
                return Task.FromResult(0);
            },
            CancellationToken.None);

        Assert.That(await guard.UseAsync(static context => context.Set<IdentifierSystemRow>().OrderBy(static row => row.Key).Select(static row => row.Key).ToListAsync()), Is.EqualTo(ids));
        Assert.That(
            await guard.UseAsync(context => context.Set<IdentifierSystemRow>().CountAsync(row => row.Key.CompareTo(ids[9]) > 0)),
            Is.EqualTo(10),
            "Pages begin after the last id of the one before.");
    }

    [Test]
    public async Task Preferences_AnySequence_AreNumberedAndPaged()
    {
        PreferenceStore[] hubs = [new(await _bed.GuardAsync(), TimeProvider.System), new(await _bed.GuardAsync(), TimeProvider.System)];

        var all = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() =>
            hubs[number % 2].ChangeAsync($"81000000000{number % 5}", 5, _ => new PreferenceChange($"{number}"), CancellationToken.None))));

        Assert.That(all.Select(static changed => changed.Now?.Revision).Order(), Is.EqualTo(Enumerable.Range(1, 40)));
        Assert.That(await hubs[1].LastRevisionAsync(CancellationToken.None), Is.EqualTo(40));
        var last = all.Select(static changed => changed.Now).OfType<StoredPreference>().GroupBy(static stored => stored.Owner).Select(static owner => owner.MaxBy(static stored => stored.Revision)).ToList();
        var read = new List<StoredPreference>();
        for (long after = 0; await hubs[0].ReadPageAsync(DateTimeOffset.MinValue, after, 2, CancellationToken.None) is { Count: > 0 } page; after = page[^1].Revision)
        {
            read.AddRange(page);
        }

        Assert.That(read.Select(static stored => (stored.Owner, stored.Revision, stored.Content)), Is.EqualTo(last.OrderBy(static stored => stored?.Revision).Select(static stored => (stored?.Owner, stored?.Revision, stored?.Content))));
        Assert.That((await hubs[0].ChangeAsync("810000000009", 5, static _ => new PreferenceChange("x"), CancellationToken.None)).Verdict, Is.EqualTo(ChangeVerdict.Full));
        Assert.That(await hubs[0].LastRevisionAsync(CancellationToken.None), Is.EqualTo(40), "What was not made took no number.");
    }
}
