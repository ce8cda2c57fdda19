using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Tests.Polling;

namespace Sas.Interop.Hub.Tests.Regulators;

/// <summary>An account is at the vendor before its owner is sent there.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class RegulatorReadinessTests
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(2);
    private static readonly HubError Down = new(HubErrorCode.VendorFailed, "Status 500.");

    [Test]
    public async Task EnsureAsync_NotThereYet_IsDeliveredNow()
    {
        var vendor = new AccountVendor();
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        await rig.PutAsync("x", "x");
        await rig.PutAsync("x", "y");

        Assert.That((await EnsureAsync(rig, "x")).Value, Is.EqualTo(RegulatorRig.Key("y")), "an alias leads to the account");
        Assert.That((await EnsureAsync(rig, "y")).Value, Is.EqualTo(RegulatorRig.Key("y")));
        Assert.That(vendor.Calls, Is.EqualTo(new[] { "POST y" }));
    }

    [Test]
    public async Task EnsureAsync_ManyAtOnce_SpeakOnce()
    {
        var gate = new TaskCompletionSource();
        var vendor = new AccountVendor { Gate = gate.Task };
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        await rig.PutAsync("x", "x");
        var all = Enumerable.Range(0, 32).Select(_ => EnsureAsync(rig, "x")).ToList();
        await PollSamples.UntilAsync(() => vendor.Calls.Count == 1);
        gate.SetResult();

        Assert.That((await Task.WhenAll(all)).Select(static outcome => outcome.Value), Is.All.EqualTo(RegulatorRig.Key("x")));
        Assert.That(vendor.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task EnsureAsync_NobodyOrWithdrawn_IsRefused()
    {
        await using var rig = await RegulatorRig.StartAsync(("a", new AccountVendor()));
        await rig.PutAsync("x", "x", active: false);

        Assert.That((await EnsureAsync(rig, "x")).Error?.Code, Is.EqualTo(HubErrorCode.BusinessRule));
        Assert.That((await EnsureAsync(rig, "nobody")).Error?.Code, Is.EqualTo(HubErrorCode.BusinessRule));
    }

    [Test]
    public async Task EnsureAsync_VendorKeepsNoAccounts_GivesThePresentIdentifier()
    {
        await using var rig = await RegulatorRig.StartAsync();
        rig.Add("a", new AccountVendor(), VendorCapabilities.Slots);
        await rig.PutAsync("x", "y");

        Assert.That((await EnsureAsync(rig, "x")).Value, Is.EqualTo(RegulatorRig.Key("y")));
        Assert.That((await EnsureAsync(rig, "x", "unknown")).Value, Is.EqualTo(RegulatorRig.Key("y")));
    }

    [Test]
    public async Task EnsureAsync_VendorDown_GivesItsError()
    {
        await using var rig = await RegulatorRig.StartAsync(("a", new AccountVendor { Before = static _ => Down }));
        await rig.PutAsync("x", "x");

        Assert.That((await EnsureAsync(rig, "x")).Error, Is.EqualTo(Down));
    }

    [Test]
    public async Task EnsureAsync_VendorHasAnEarlierState_IsGoodEnough()
    {
        var vendor = new AccountVendor();
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        await rig.TryAsync(account);
        vendor.Before = static _ => Down;
        await rig.PutAsync("x", "y");

        Assert.That((await EnsureAsync(rig, "y")).Value, Is.EqualTo(RegulatorRig.Key("x")), "as the vendor knows it");
    }

    [Test]
    public async Task EnsureAsync_VendorHasTheWithdrawalLast_IsNotGoodEnough()
    {
        var vendor = new AccountVendor();
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        await rig.TryAsync(account);
        await rig.PutAsync("x", "x", active: false);
        await rig.TryAsync(account);
        vendor.Before = static _ => Down;
        await rig.PutAsync("x", "x");

        Assert.That((await EnsureAsync(rig, "x")).Error, Is.EqualTo(Down));
    }

    [Test]
    public async Task EnsureAsync_Late_TellsSoAndGoesOn()
    {
        var gate = new TaskCompletionSource();
        var vendor = new AccountVendor { Gate = gate.Task };
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        var asked = EnsureAsync(rig, "x");
        await PollSamples.UntilAsync(() => vendor.Calls.Count == 1);
        rig.Time.Advance(Within);

        Assert.That((await asked).Error?.Code, Is.EqualTo(HubErrorCode.VendorTimeout));
        var joined = rig.TryAsync(account);
        gate.SetResult();
        await joined;
        Assert.That(await rig.StateAsync(account), Is.EqualTo("Delivered"));
        Assert.That(vendor.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task EnsureAsync_CallerLeaves_Throws()
    {
        var vendor = new AccountVendor { Gate = new TaskCompletionSource().Task };
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        await rig.PutAsync("x", "x");
        using var leaving = new CancellationTokenSource();
        var asked = rig.Readiness().EnsureAsync(RegulatorRig.Key("x"), "a", Within, leaving.Token);
        await PollSamples.UntilAsync(() => vendor.Calls.Count == 1);
        await leaving.CancelAsync();

        Assert.That(async () => await asked, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task EnsureAsync_GivenUp_StartsAgain()
    {
        var vendor = new AccountVendor { Before = static _ => Down };
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        await rig.SettleAsync();
        Assert.That(await rig.StateAsync(account), Is.EqualTo("GaveUp"));

        Assert.That((await EnsureAsync(rig, "x")).Error, Is.EqualTo(Down));
        Assert.That(await rig.StateAsync(account), Is.EqualTo("Pending"));
        vendor.Before = static _ => null;
        await rig.SettleAsync();
        Assert.That(await rig.StateAsync(account), Is.EqualTo("Delivered"));
    }

    [Test]
    public async Task EnsureAsync_RefusedBefore_AsksNobodyAgain()
    {
        var vendor = new AccountVendor { Before = static _ => new HubError(HubErrorCode.VendorRejectedRequest, "Status 422.") };
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        await rig.TryAsync(account);
        var calls = vendor.Calls.Count;

        Assert.That((await EnsureAsync(rig, "x")).Error, Is.EqualTo(new HubError(HubErrorCode.VendorRejectedRequest, "Status 422.")));
        Assert.That(vendor.Calls, Has.Count.EqualTo(calls));
    }

    [Test]
    public async Task EnsureAsync_VendorCameLater_GetsItsRow()
    {
        await using var rig = await RegulatorRig.StartAsync();
        var account = await rig.PutAsync("x", "x");
        rig.Add("a", new AccountVendor());

        Assert.That((await EnsureAsync(rig, "x")).Value, Is.EqualTo(RegulatorRig.Key("x")));
        Assert.That(await rig.StateAsync(account), Is.EqualTo("Delivered"));
    }

    private static Task<Outcome<RegulatorKey>> EnsureAsync(RegulatorRig rig, string value, string vendor = "a") =>
        rig.Readiness().EnsureAsync(new RegulatorKey(IdentifierSystems.SasPlatform, value), vendor, Within, CancellationToken.None);
}
