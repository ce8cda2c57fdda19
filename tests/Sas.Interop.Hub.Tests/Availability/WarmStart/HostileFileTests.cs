using System.Text;

using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Availability.WarmStart;
using Sas.Interop.Hub.Persistence.WarmStart;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Configuration;
using Sas.Interop.Hub.Tests.Persistence.WarmStart;

namespace Sas.Interop.Hub.Tests.Availability.WarmStart;

/// <summary>Files that are whole and right by their checksums, and say what no hub writes.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class HostileFileTests
{
    private static readonly IndexedSlot First = IndexedSlot.Create(1, Start(2), 900, 0);
    private static readonly IndexedSlot Second = IndexedSlot.Create(2, Start(3), 900, 0);

    [Test]
    public async Task LoadAsync_Plain_IsTaken() => Assert.That(await LoadAsync(Owner(Lane([First, Second]))), Is.EqualTo((EventIds.WarmStartLoaded, 1)));

    [Test]
    public async Task LoadAsync_SlotsOutOfOrder_IsRefused() => await RefusedAsync(Owner(Lane([Second, First])));

    [Test]
    public async Task LoadAsync_KindThatTheLaneDoesNotHave_IsRefused() => await RefusedAsync(Owner(Lane([First.WithKind(1)])));

    [Test]
    public async Task LoadAsync_SlotOfDays_IsRefused() => await RefusedAsync(Owner(Lane([IndexedSlot.Create(1, Start(2), IndexedSlot.LongestDuration, 0)])));

    [Test]
    public async Task LoadAsync_PlaceToldTwiceByAVendor_IsRefused() => await RefusedAsync(Owner(Lane([First]), Lane([Second])));

    [Test]
    public async Task LoadAsync_OwnerToldTwice_IsRefused() => await RefusedAsync(Owner(Lane([First])), Owner(Lane([Second])));

    [TestCase("https://vendor.example/rdv?a=1&b=2", true)]
    [TestCase("https://vendor.example/é\\u00e9\\\"", true)]
    [TestCase("https://vendor.example/\",\"evil\":\"", false)]
    [TestCase("https://vendor.example/\\", false)]
    [TestCase("https://vendor.example/\\x", false)]
    [TestCase("line\nbreak", false)]
    [TestCase("\\ud800", false)]
    public void IsWhole_BookingPage_IsJudgedBeforeItGoesIntoAnswers(string page, bool whole) =>
        Assert.That(JsonText.IsWhole(Encoding.UTF8.GetBytes(page)), Is.EqualTo(whole));

    [Test]
    public void IsWhole_NoUtf8OrTooLong_IsRefused()
    {
        Assert.That(JsonText.IsWhole([0xC3, 0x28]), Is.False);
        Assert.That(JsonText.IsWhole(new byte[100_000]), Is.False);
    }

    [Test]
    public async Task LoadAsync_BookingPageThatBreaksOut_IsRefused() => await RefusedAsync(Owner(Lane([First], "x\",\"evil\":\"")));

    private static uint Start(double hours) => SlotClock.ToSeconds(Some.Now.AddHours(hours));

    private static SavedLane Lane(IndexedSlot[] slots, string page = "https://vendor.example/rdv")
    {
        var bytes = new byte[slots.Length * WarmStartFormat.SlotBytes];
        SlotBlock.Write(slots, bytes);
        return Saved.Lane(0, Encoding.UTF8.GetBytes(page)) with { Slots = bytes, Vendor = Saved.Vendor with { Source = "here" } };
    }

    private static SavedOwner Owner(params SavedLane[] lanes) => new(Some.Owner, Some.Now, lanes, []);

    private static async Task RefusedAsync(params SavedOwner[] owners) => Assert.That(await LoadAsync(owners), Is.EqualTo((EventIds.WarmStartRefused, 0)));

    private static async Task<(int Event, int Owners)> LoadAsync(params SavedOwner[] owners)
    {
        using var folder = new TempFolder();
        await Saved.File(folder.Path).WriteAsync(owners, Some.Now, CancellationToken.None);
        using var rig = new WarmRig(folder);
        await rig.LoadAsync();
        return (rig.Events.Single(), rig.Index.All.Count());
    }
}
