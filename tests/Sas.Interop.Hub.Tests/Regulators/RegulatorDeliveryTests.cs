using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Tests.Polling;

namespace Sas.Interop.Hub.Tests.Regulators;

/// <summary>The worker: what is due is delivered, vendor by vendor.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class RegulatorDeliveryTests
{
    [Test]
    public async Task Run_AccountWritten_IsDeliveredAtOnceToAll()
    {
        var (one, two) = (new AccountVendor(), new AccountVendor());
        await using var rig = await RegulatorRig.StartAsync(("a", one), ("b", two));
        using var delivery = rig.Delivery();
        await delivery.StartAsync(CancellationToken.None);
        await rig.PutAsync("x", "x");

        await PollSamples.UntilAsync(() => one.Count == 1 && two.Count == 1);
        await delivery.StopAsync(CancellationToken.None);
    }

    [Test]
    public async Task Run_OneVendorHangs_TheOtherGetsEverything()
    {
        var hung = new AccountVendor { Gate = new TaskCompletionSource().Task };
        var good = new AccountVendor();
        await using var rig = await RegulatorRig.StartAsync(("hung", hung), ("good", good));
        using var delivery = rig.Delivery();
        await delivery.StartAsync(CancellationToken.None);
        for (var number = 1; number <= 5; number++)
        {
            await rig.PutAsync($"x{number}", $"x{number}");
            var count = number;
            await PollSamples.UntilAsync(() => good.Count == count);
        }

        Assert.That(hung.MostAtOnce, Is.EqualTo(rig.Options.Concurrency));
        Assert.That(hung.Count, Is.Zero);
        await delivery.StopAsync(CancellationToken.None);
    }

    [Test]
    public async Task Run_VendorCameLater_GetsActiveAccounts()
    {
        await using var rig = await RegulatorRig.StartAsync();
        for (var number = 1; number <= 5; number++)
        {
            await rig.PutAsync($"x{number}", $"x{number}", active: number != 3);
        }

        using var delivery = rig.Delivery();
        await delivery.StartAsync(CancellationToken.None);
        var late = new AccountVendor();
        await rig.Agenda.OnChangedAsync(PollSamples.Added(rig.Add("late", late)), CancellationToken.None);

        await PollSamples.UntilAsync(() => late.Count == 4);
        Assert.That(late.Find("x3"), Is.Empty);
        await delivery.StopAsync(CancellationToken.None);
    }

    [Test]
    public async Task Run_SettingsOfAVendorChanged_TriesWhatItRefused()
    {
        var vendor = new AccountVendor { Before = static _ => new HubError(HubErrorCode.VendorRejectedRequest, "Status 400.") };
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        await rig.TryAsync(account);
        Assert.That(await rig.StateAsync(account), Is.EqualTo("Refused"));
        vendor.Before = static _ => null;
        using var delivery = rig.Delivery();
        await delivery.StartAsync(CancellationToken.None);
        await rig.Agenda.OnChangedAsync(PollSamples.Changed(rig.Current["a"]), CancellationToken.None);

        await PollSamples.UntilAsync(() => vendor.Count == 1);
        await delivery.StopAsync(CancellationToken.None);
    }

    [Test]
    public async Task Run_DueLater_IsFoundByLooking()
    {
        var failures = 1;
        var vendor = new AccountVendor { Before = _ => Interlocked.Decrement(ref failures) >= 0 ? new HubError(HubErrorCode.VendorFailed, "Once.") : null };
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        using var delivery = rig.Delivery();
        await delivery.StartAsync(CancellationToken.None);
        await rig.PutAsync("x", "x");
        await PollSamples.UntilAsync(() => !vendor.Calls.IsEmpty);
        await PollSamples.UntilAsync(() =>
        {
            rig.Time.Advance(rig.Options.LookEvery);
            return vendor.Count == 1;
        });

        await delivery.StopAsync(CancellationToken.None);
    }

    [Test]
    public async Task Run_VendorWithoutTheCapability_IsLeftAlone()
    {
        var vendor = new AccountVendor();
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        rig.Add("a", vendor, VendorCapabilities.Slots);
        var other = new AccountVendor();
        rig.Add("b", other);
        using var delivery = rig.Delivery();
        await delivery.StartAsync(CancellationToken.None);
        await rig.PutAsync("x", "x", "Béa");

        await PollSamples.UntilAsync(() => other.Count == 1);
        await delivery.StopAsync(CancellationToken.None);
        Assert.That(vendor.Calls, Is.Empty);
        Assert.That(await rig.StateAsync(account), Is.EqualTo("Pending"), "it may come back");
    }
}
