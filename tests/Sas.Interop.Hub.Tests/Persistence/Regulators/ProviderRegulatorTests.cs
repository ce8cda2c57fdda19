using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Regulators;
using Sas.Interop.Hub.Tests.Regulators;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Persistence.Regulators;

/// <summary>Accounts and deliveries on every database, with writers that the database lets run side by side.</summary>
[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.PostgreSql)]
[TestFixture(StorageProvider.SqlServer)]
internal sealed class ProviderRegulatorTests(StorageProvider provider)
{
    private const int Writers = 16;
    private static readonly RegulatorBounds Bounds = new(1_000, ["a", "b"]);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private DatabaseBed _bed = null!; // Set before each test.
    private StorageGuard _guard = null!;

    [SetUp]
    public async Task SetUp()
    {
        _bed = await DatabaseBed.CreateAsync(provider);
        _guard = await _bed.GuardAsync();
    }

    [TearDown]
    public async Task TearDown()
    {
        if (_bed is not null)
        {
            await _bed.DisposeAsync();
        }
    }

    [Test]
    public async Task CreateAsync_SameAtOnce_MakesOne()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Store().CreateAsync(RegulatorRig.State("x"), null, Bounds, CancellationToken.None)));

        Assert.That(all.Count(static written => written.Verdict == RegulatorVerdict.Created), Is.EqualTo(1));
        Assert.That(all.Count(static written => written.Verdict == RegulatorVerdict.Duplicate), Is.EqualTo(Writers - 1));
    }

    [Test]
    public async Task UpdateAsync_SameUnknownAtOnce_MakesOne()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Store().UpdateAsync(RegulatorRig.Key("y"), RegulatorRig.State("x"), null, Bounds, CancellationToken.None)));

        Assert.That(all.Count(static written => written.Verdict == RegulatorVerdict.Created), Is.EqualTo(1));
        Assert.That(all.Select(static written => written.Now?.Id).Distinct().Count(), Is.EqualTo(1));
        Assert.That(all.Select(static written => written.Now?.Version), Is.All.EqualTo(1));
    }

    [Test]
    public async Task UpdateAsync_DifferentAtOnce_LosesNone()
    {
        await Store().CreateAsync(RegulatorRig.State("x"), null, Bounds, CancellationToken.None);
        var all = await Task.WhenAll(Enumerable.Range(0, Writers).Select(number => Store().UpdateAsync(RegulatorRig.Key("x"), RegulatorRig.State("x", $"Anne {number}"), null, Bounds, CancellationToken.None)));

        Assert.That(all.Select(static written => written.Now?.Version).Order(), Is.EqualTo(Enumerable.Range(2, Writers)));
    }

    [Test]
    public async Task UpdateAsync_OneIdentifierForManyAtOnce_GoesToOne()
    {
        for (var number = 0; number < Writers; number++)
        {
            await Store().CreateAsync(RegulatorRig.State($"x{number}"), null, Bounds, CancellationToken.None);
        }

        var all = await Task.WhenAll(Enumerable.Range(0, Writers).Select(number => Store().UpdateAsync(RegulatorRig.Key($"x{number}"), RegulatorRig.State("wanted"), null, Bounds, CancellationToken.None)));

        Assert.That(all.Count(static written => written.Verdict == RegulatorVerdict.Changed), Is.EqualTo(1));
        Assert.That(all.Count(static written => written.Verdict == RegulatorVerdict.Duplicate), Is.EqualTo(Writers - 1));
    }

    [Test]
    public async Task Identifiers_ThatDifferInCaseAccentOrLetters_AreDifferent()
    {
        foreach (var value in new[] { "abc", "ABC", "abç", "ａｂｃ", "a😀" })
        {
            Assert.That((await Store().CreateAsync(RegulatorRig.State(value), null, Bounds, CancellationToken.None)).Verdict, Is.EqualTo(RegulatorVerdict.Created), value);
            Assert.That((await Store().FindAsync(RegulatorRig.Key(value), CancellationToken.None))?.Present.Value, Is.EqualTo(value));
        }
    }

    [Test]
    public async Task ClaimAsync_ManyAtOnce_GoesToOne()
    {
        var key = await WrittenAsync();
        var claims = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Deliveries().ClaimAsync(key, early: false, Lease, CancellationToken.None)));

        Assert.That(claims.Count(static job => job is not null), Is.EqualTo(1));
    }

    [Test]
    public async Task Delivery_FromClaimToEnd_IsKept()
    {
        var key = await WrittenAsync();
        Assert.That(await Book().DueVendorsAsync(CancellationToken.None), Is.EquivalentTo(new[] { "a", "b" }));
        Assert.That(await Book().DueAsync("a", 10, CancellationToken.None), Is.EqualTo(new[] { key.RegulatorId }));
        var job = await ClaimedAsync(key);
        Assert.That(await Book().DueAsync("a", 10, CancellationToken.None), Is.Empty);
        Assert.That((await Deliveries().ReplanAsync(job, CancellationToken.None))?.Known, Is.EqualTo(RegulatorRig.Key("x")));

        await Deliveries().FailAsync(job, new DeliveryFailure(DeliveryState.Pending, "VendorFailed", "Status 500.", _time.GetUtcNow() + Lease, 1));
        Assert.That(await Deliveries().ClaimAsync(key, early: false, Lease, CancellationToken.None), Is.Null);
        _time.Advance(Lease);
        job = await ClaimedAsync(key);
        Assert.That((job.Attempts, job.IsSure), Is.EqualTo((1, false)));
        Assert.That(await Deliveries().SureAsync(job), Is.True);
        Assert.That(await Deliveries().ReleaseAsync(job), Is.True);
        job = await ClaimedAsync(key);
        Assert.That(job.IsSure, Is.True);
        Assert.That(await Deliveries().CompleteAsync(job), Is.True);
        Assert.That(await Deliveries().CompleteAsync(job), Is.False, "the claim is gone");

        Assert.That((await Book().FindAsync(key, CancellationToken.None))?.State, Is.EqualTo("Delivered"));
        Assert.That((await Book().CountAsync(CancellationToken.None)).Select(static count => (count.VendorId, count.State, count.Count)).Order(), Is.EqualTo(new[] { ("a", "Delivered", 1), ("b", "Pending", 1) }));
    }

    [Test]
    public async Task Book_VendorsThatCameLater_GetRowsOnce()
    {
        var key = await WrittenAsync();

        Assert.That((await Book().AddMissingAsync("c", CancellationToken.None), await Book().AddMissingAsync("c", CancellationToken.None)), Is.EqualTo((1, 0)));
        Assert.That((await Book().AddAsync(key with { VendorId = "d" }, CancellationToken.None), await Book().AddAsync(key with { VendorId = "d" }, CancellationToken.None)), Is.EqualTo((true, false)));
        Assert.That((await Book().OfAsync(key.RegulatorId, CancellationToken.None)).Select(static row => row.VendorId), Is.EqualTo(new[] { "a", "b", "c", "d" }));
    }

    private async Task<DeliveryKey> WrittenAsync() =>
        new((await Store().CreateAsync(RegulatorRig.State("x"), null, Bounds, CancellationToken.None)).Now?.Id ?? throw new AssertionException("Not written."), "a");

    private async Task<DeliveryJob> ClaimedAsync(DeliveryKey key) =>
        await Deliveries().ClaimAsync(key, early: false, Lease, CancellationToken.None) ?? throw new AssertionException("Not claimed.");

    private RegulatorStore Store() => new(_guard, _time);

    private DeliveryStore Deliveries() => new(_guard, _time);

    private DeliveryBook Book() => new(_guard, _time);
}
