using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Tests.Persistence.Orientations;

[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.PostgreSql)]
[TestFixture(StorageProvider.SqlServer)]
internal sealed class CareRequestStoreTests(StorageProvider provider)
{
    private static readonly DateTimeOffset Now = OrientationBed.Start;
    private OrientationBed _bed = null!; // Set before each test.

    [SetUp]
    public async Task SetUp() => _bed = await OrientationBed.CreateAsync(provider);

    [TearDown]
    public async Task TearDown()
    {
        if (_bed is not null)
        {
            await _bed.DisposeAsync();
        }
    }

    [TestCase(OrientationState.Linked, CareRequestVerdict.Made)]
    [TestCase(OrientationState.Redirected, CareRequestVerdict.Made)]
    [TestCase(OrientationState.Pending, CareRequestVerdict.Made)]
    [TestCase(OrientationState.Cancelled, CareRequestVerdict.Unchanged)]
    [TestCase(OrientationState.Booked, CareRequestVerdict.Closed)]
    [TestCase(OrientationState.Expired, CareRequestVerdict.Closed)]
    public async Task CancelAsync_InAState_IsDoneOrNot(OrientationState state, CareRequestVerdict expected)
    {
        var row = OrientationBed.Request(Now, state);
        await _bed.AddAsync(row);

        var change = await _bed.Requests.CancelAsync(row.Id, 1, Now.AddMinutes(1), CancellationToken.None);

        Assert.That(change?.Verdict, Is.EqualTo(expected));
        Assert.That((await _bed.Store.FindAsync(row.Id, CancellationToken.None))?.Version, Is.EqualTo(expected == CareRequestVerdict.Made ? 2 : 1));
    }

    [Test]
    public async Task CancelAsync_OtherVersionOrOtherKind_LeavesIt()
    {
        var request = OrientationBed.Request(Now);
        var slot = OrientationBed.Request(Now);
        slot.Kind = nameof(OrientationKind.Slot);
        await _bed.AddAsync(request, slot);

        Assert.That((await _bed.Requests.CancelAsync(request.Id, 2, Now, CancellationToken.None))?.Verdict, Is.EqualTo(CareRequestVerdict.Stale));
        Assert.That(await _bed.Requests.CancelAsync(slot.Id, null, Now, CancellationToken.None), Is.Null);
        Assert.That(await _bed.Requests.CancelAsync("nothing", null, Now, CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task CancelAsync_OpenLink_EndsIt()
    {
        var row = OrientationBed.Request(Now);
        await _bed.AddAsync(row);
        await _bed.Guard.ChangeAsync(
            change => Task.FromResult(change.Context.Add(new RedirectLinkRow { Id = "link", OrientationId = row.Id, Target = "https://vendor.example/", ExpiresAt = Now.AddHours(1) })),
            CancellationToken.None);

        await _bed.Requests.CancelAsync(row.Id, null, Now.AddMinutes(1), CancellationToken.None);

        var link = await _bed.Guard.UseAsync(static context => context.FindAsync<RedirectLinkRow>("link").AsTask());
        Assert.That(link?.ExpiresAt, Is.EqualTo(Now.AddMinutes(1)));
    }

    [Test]
    public async Task CancelAsync_FromTwoHubsAtOnce_IsOneStep()
    {
        var row = OrientationBed.Request(Now);
        await _bed.AddAsync(row);
        CareRequestStore[] hubs = [_bed.Requests, await _bed.OtherHubAsync()];

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(() => hubs[number % 2].CancelAsync(row.Id, null, Now, CancellationToken.None))));

        Assert.That(verdicts.Count(static change => change?.Verdict == CareRequestVerdict.Made), Is.EqualTo(1));
        Assert.That((await _bed.Store.ReadAsync(row.Id, null, CancellationToken.None))?.Transitions, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task DueAsync_RequestsOfBefore_AreThoseThatWait()
    {
        OrientationRow[] rows =
        [
            OrientationBed.Request(Now), OrientationBed.Request(Now, OrientationState.Redirected), OrientationBed.Request(Now, OrientationState.Booked),
            OrientationBed.Request(Now.AddHours(2)),
        ];
        await _bed.AddAsync(rows);

        var due = await _bed.Requests.DueAsync(Now.AddHours(1), 10, CancellationToken.None);

        Assert.That(due, Is.EquivalentTo(rows.Take(2).Select(static row => row.Id)));
        Assert.That(await _bed.Requests.ExpireAsync(rows[0].Id, Now.AddDays(1), CancellationToken.None), Is.True);
        Assert.That(await _bed.Requests.ExpireAsync(rows[0].Id, Now.AddDays(1), CancellationToken.None), Is.False);
        Assert.That(await _bed.Requests.ExpireAsync(rows[2].Id, Now.AddDays(1), CancellationToken.None), Is.False, "An answer came first.");
    }
}
