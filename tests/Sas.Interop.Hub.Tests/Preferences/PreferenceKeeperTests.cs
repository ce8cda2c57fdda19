using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Preferences;
using Sas.Interop.Hub.Tests.Persistence;

namespace Sas.Interop.Hub.Tests.Preferences;

/// <summary>What is on disk is on the board, after every change and after every start.</summary>
internal sealed class PreferenceKeeperTests
{
    private static readonly OwnerKey Anne = OwnerKey.Create(OwnerKind.Practitioner, "810000000001");
    private static readonly OwnerKey Sos = OwnerKey.Create(OwnerKind.Association, "330000000000001");
    private static readonly string Refusing = new PreferenceDocument { RefusesSlots = true }.ToJson();
    private static readonly string Declaring = new PreferenceDocument { DeclaredVendors = ["maiia"] }.ToJson();
    private StorageRig _rig = new();

    [SetUp]
    public void SetUp() => _rig = new StorageRig();

    [TearDown]
    public void TearDown() => _rig.Dispose();

    [Test]
    public async Task ChangeAsync_SetAndTakenBack_IsOnTheBoardAtOnce()
    {
        var (keeper, board) = await CreateSutAsync();
        using var owned = keeper;

        await SetAsync(keeper, Anne, Declaring);
        Assert.That(board.Find(Anne)?.DeclaredVendors, Is.EqualTo(new[] { "maiia" }));
        Assert.That(board.Find(Anne)?.RefusesSlots, Is.Null);

        await SetAsync(keeper, Anne, null);
        Assert.That(board.Find(Anne), Is.Null);
        Assert.That(board.IsEmpty);
    }

    [Test]
    public async Task ChangeAsync_Declined_LeavesTheBoard()
    {
        var (keeper, board) = await CreateSutAsync();
        using var owned = keeper;
        await SetAsync(keeper, Anne, Refusing);
        var version = board.Version;

        await keeper.ChangeAsync(Anne, static _ => null, CancellationToken.None);
        await SetAsync(keeper, Anne, Refusing);

        Assert.That(board.Version, Is.EqualTo(version));
    }

    [Test]
    public async Task LoadAsync_AfterARestart_ShowsWhatWasKept()
    {
        var (first, _) = await CreateSutAsync();
        using (first)
        {
            await SetAsync(first, Anne, Refusing);
            await SetAsync(first, Sos, Refusing);
            await SetAsync(first, Anne, null);
        }

        var (second, board) = await CreateSutAsync();
        second.Dispose();

        Assert.That(board.Find(Anne), Is.Null);
        Assert.That(board.Find(Sos)?.RefusesSlots, Is.True);
    }

    [Test]
    public async Task LoadAsync_RowChangedByHand_ShowsNoSlotsOfThatOwner()
    {
        var (first, _) = await CreateSutAsync();
        using (first)
        {
            await SetAsync(first, Anne, Declaring);
        }

        await using (var raw = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _rig.File, Pooling = false }.ToString()))
        {
            await raw.OpenAsync();
            await using var spoil = raw.CreateCommand();
            spoil.CommandText = "UPDATE preferences SET Content = '{oops';";
            await spoil.ExecuteNonQueryAsync();
        }

        var (second, board) = await CreateSutAsync();
        using var owned = second;
        Assert.That(board.Find(Anne)?.RefusesSlots, Is.True);

        await SetAsync(second, Anne, Declaring);
        Assert.That(board.Find(Anne)?.RefusesSlots, Is.Null, "Declared anew, it can be read again.");
    }

    [Test]
    public async Task ChangeAsync_ChangesOfAnotherHubOnTheFile_AreTakenAlong()
    {
        var (first, board) = await CreateSutAsync();
        var (second, _) = await CreateSutAsync();
        using var one = first;
        using var other = second;
        await SetAsync(second, Sos, Refusing);
        Assert.That(board.Find(Sos), Is.Null);

        await SetAsync(first, Anne, Refusing);

        Assert.That(board.Find(Sos)?.RefusesSlots, Is.True);
        Assert.That(board.Find(Anne)?.RefusesSlots, Is.True);
    }

    [Test]
    public async Task ChangeAsync_DatabaseFails_LeavesTheBoardAndTheTurn()
    {
        var (keeper, board) = await CreateSutAsync();
        using var owned = keeper;
        await SetAsync(keeper, Anne, Refusing);
        var aside = _rig.File + ".aside";
        File.Move(_rig.File, aside);

        Assert.That(async () => await SetAsync(keeper, Anne, null), Throws.InstanceOf<StorageUnavailableException>());
        Assert.That(board.Find(Anne)?.RefusesSlots, Is.True);

        File.Move(aside, _rig.File);
        Assert.That((await SetAsync(keeper, Anne, null)).Verdict, Is.EqualTo(ChangeVerdict.Made));
        Assert.That(board.Find(Anne), Is.Null);
    }

    [Test]
    public async Task ChangeAsync_CallerLeavesWhileItWaits_ChangesNothing()
    {
        var (keeper, board) = await CreateSutAsync();
        using var owned = keeper;
        using var left = new CancellationTokenSource();
        await left.CancelAsync();

        Assert.That(async () => await keeper.ChangeAsync(Anne, static _ => new PreferenceChange(Refusing), left.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(board.IsEmpty);
    }

    [Test]
    public async Task ChangeAsync_ManyAtOnce_BoardEndsAsTheStore()
    {
        var (keeper, board) = await CreateSutAsync();
        using var owned = keeper;

        await Task.WhenAll(Enumerable.Range(0, 64).Select(number => Task.Run(() => SetAsync(keeper, Anne, new PreferenceDocument { DeclaredVendors = [$"vendor-{number}"] }.ToJson()))));

        var kept = await (await _rig.StoreAsync()).FindAsync(Anne.ToString(), CancellationToken.None);
        Assert.That(kept?.Revision, Is.EqualTo(64));
        Assert.That(board.Find(Anne)?.DeclaredVendors, Is.EqualTo(PreferenceDocument.Parse(kept?.Content ?? string.Empty)?.DeclaredVendors));
    }

    [Test]
    public async Task ChangeAsync_TurnDoesNotCome_IsBusyAndChangesNothing()
    {
        var (keeper, board) = await CreateSutAsync(_rig.Time);
        using var owned = keeper;
        using var inside = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var first = Task.Run(() => keeper.ChangeAsync(
            Sos,
            _ =>
            {
                inside.Set();
                release.Wait(TimeSpan.FromSeconds(30));
                return new PreferenceChange(Refusing);
            },
            CancellationToken.None));
        Assert.That(inside.Wait(TimeSpan.FromSeconds(30)));

        var waiting = Enumerable.Range(0, PreferenceKeeper.MostWaiting).Select(_ => SetAsync(keeper, Anne, Refusing)).ToList();
        Assert.That((await SetAsync(keeper, Anne, Refusing)).Verdict, Is.EqualTo(ChangeVerdict.Busy), "No more may wait.");
        _rig.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.That((await Task.WhenAll(waiting)).Select(static changed => changed.Verdict), Is.All.EqualTo(ChangeVerdict.Busy));

        release.Set();
        Assert.That((await first).Verdict, Is.EqualTo(ChangeVerdict.Made));
        Assert.That(board.Find(Anne), Is.Null);
        Assert.That((await SetAsync(keeper, Anne, Refusing)).Verdict, Is.EqualTo(ChangeVerdict.Made));
    }

    private static Task<PreferenceChanged> SetAsync(PreferenceKeeper keeper, OwnerKey owner, string? content) =>
        keeper.ChangeAsync(owner, _ => new PreferenceChange(content), CancellationToken.None);

    private async Task<(PreferenceKeeper Keeper, PreferenceBoard Board)> CreateSutAsync(TimeProvider? time = null)
    {
        var board = new PreferenceBoard(_rig.Time);
        var keeper = new PreferenceKeeper(await _rig.StoreAsync(), board, Options.Create(new PreferencesOptions()), time ?? TimeProvider.System, NullLogger<PreferenceKeeper>.Instance);
        await keeper.LoadAsync(CancellationToken.None);
        return (keeper, board);
    }
}
