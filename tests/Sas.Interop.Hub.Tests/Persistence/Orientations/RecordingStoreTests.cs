using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Tests.Persistence.Orientations;

[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.PostgreSql)]
[TestFixture(StorageProvider.SqlServer)]
internal sealed class RecordingStoreTests(StorageProvider provider)
{
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

    [Test]
    public async Task RecordAsync_SameIdManyTimesAtOnce_IsOneRecord()
    {
        var sut = new RecordingStore(_bed.Guard, _bed.Journal);

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => sut.RecordAsync(Act("same"), isDated: true, CancellationToken.None))));

        Assert.That(verdicts.Count(static kept => kept.Verdict == ChangeVerdict.Made), Is.EqualTo(1));
        Assert.That(verdicts.Where(static kept => kept.Verdict != ChangeVerdict.Made).Select(static kept => kept.Verdict), Is.All.EqualTo(ChangeVerdict.Unchanged));
    }

    [Test]
    public async Task RecordAsync_OtherActWithTheId_IsDeclined()
    {
        var sut = new RecordingStore(_bed.Guard, _bed.Journal);
        await sut.RecordAsync(Act("same"), isDated: false, CancellationToken.None);
        var other = Act("same");
        other.Territory = "200";

        Assert.That((await sut.RecordAsync(other, isDated: false, CancellationToken.None)).Verdict, Is.EqualTo(ChangeVerdict.Declined));
        Assert.That((await _bed.Store.FindAsync(Act("same").Id, CancellationToken.None))?.Territory, Is.Null);
    }

    [Test]
    public async Task RecordAsync_AnotherTime_TellsTwoActsApartWhenItWasTold()
    {
        var sut = new RecordingStore(_bed.Guard, _bed.Journal);
        await sut.RecordAsync(Act("same"), isDated: true, CancellationToken.None);
        var later = Act("same");
        later.CreatedAt = later.CreatedAt.AddMinutes(1);

        Assert.That((await sut.RecordAsync(later, isDated: false, CancellationToken.None)).Verdict, Is.EqualTo(ChangeVerdict.Unchanged));
        Assert.That((await sut.RecordAsync(later, isDated: true, CancellationToken.None)).Verdict, Is.EqualTo(ChangeVerdict.Declined));
    }

    private static OrientationRow Act(string id)
    {
        var row = OrientationBed.Request(OrientationBed.Start, OrientationState.Booked);
        (row.Id, row.Kind) = (id, nameof(OrientationKind.InAddition));
        return row;
    }
}
