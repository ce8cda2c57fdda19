using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Persistence.Regulators;
using Sas.Interop.Hub.Tests.Polling;

namespace Sas.Interop.Hub.Tests.Regulators;

/// <summary>What one account goes through on its way to one vendor.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class RegulatorCourierTests
{
    private static readonly HubError Down = new(HubErrorCode.VendorFailed, "Status 500.");
    private static readonly HubError Refused = new(HubErrorCode.VendorRejectedRequest, "Status 400.");

    [Test]
    public async Task DeliverAsync_NewAccount_IsCreatedOnce()
    {
        var vendor = new AccountVendor();
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        await rig.TryAsync(account);
        await rig.TryAsync(account);

        Assert.That(vendor.Calls, Is.EqualTo(new[] { "POST x" }));
        var row = await rig.RowAsync(account);
        Assert.That((row.State, row.DeliveredVersion, row.DeliveredActive, row.Value, row.DueAt, row.Claim), Is.EqualTo(("Delivered", 1, true, "x", (DateTimeOffset?)null, (string?)null)));
    }

    [Test]
    public async Task DeliverAsync_IdentifierChanged_IsAddressedByTheOldOne()
    {
        var vendor = new AccountVendor();
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        await rig.TryAsync(account);
        await rig.PutAsync("x", "y");
        await rig.PutAsync("y", "z");
        await rig.TryAsync(account);
        await rig.PutAsync("z", "z", "Béa");
        await rig.TryAsync(account);

        Assert.That(vendor.Calls, Is.EqualTo(new[] { "POST x", "PUT x → z", "PUT z → z" }), "the last state alone, by what the vendor knows");
        Assert.That(vendor.Find("z").Single().Given, Is.EqualTo("Béa"));
    }

    [Test]
    public async Task DeliverAsync_VendorHasIt_IsUpdated()
    {
        var vendor = new AccountVendor();
        await vendor.CreateAsync(new("urn:oid:1.2.250.1.213.3.6", "x", "Autre", "Anne", "a@b.example", true), CancellationToken.None);
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        await rig.TryAsync(account);

        Assert.That(vendor.Calls.Skip(1), Is.EqualTo(new[] { "POST x", "PUT x → x" }));
        Assert.That(vendor.Find("x").Single().Family, Is.EqualTo("Exemple"));
    }

    [Test]
    public async Task DeliverAsync_CreateRefusedInAWayOfItsOwn_IsUpdated()
    {
        var vendor = new AccountVendor { Before = static call => call.StartsWith("POST", StringComparison.Ordinal) ? Refused : null };
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        await rig.TryAsync(account);

        Assert.That(await rig.StateAsync(account), Is.EqualTo("Delivered"));
    }

    [Test]
    public async Task DeliverAsync_VendorForgotIt_IsCreatedAgain()
    {
        var first = new AccountVendor { MakesUnknown = false };
        await using var rig = await RegulatorRig.StartAsync(("a", first));
        var account = await rig.PutAsync("x", "x");
        await rig.TryAsync(account);
        var emptied = new AccountVendor { MakesUnknown = false };
        rig.Add("a", emptied);
        await rig.PutAsync("x", "y");
        await rig.TryAsync(account);

        Assert.That(emptied.Calls, Is.EqualTo(new[] { "PUT x → y", "PUT y → y", "POST y" }));
        Assert.That(await rig.StateAsync(account), Is.EqualTo("Delivered"));
    }

    [Test]
    public async Task DeliverAsync_EndNotSeen_IsNotMadeTwice([Values] bool makesUnknown, [Values] bool keepsAliases)
    {
        var vendor = new AccountVendor { MakesUnknown = makesUnknown, KeepsAliases = keepsAliases, After = static _ => new HubError(HubErrorCode.VendorTimeout, "No answer.") };
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        await rig.TryAsync(account);
        await rig.PutAsync("x", "y");
        await rig.TryAsync(account);
        vendor.After = static _ => null;
        await rig.SettleAsync();

        Assert.That(await rig.StateAsync(account), Is.EqualTo("Delivered"));
        Assert.That((vendor.Count, vendor.Find("y").Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task DeliverAsync_VendorDown_IsTriedLaterAndLater()
    {
        var vendor = new AccountVendor { Before = static _ => Down };
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        var pauses = new List<TimeSpan>();
        while ((await rig.RowAsync(account)).DueAt is { } due && pauses.Count < 12)
        {
            rig.Time.Advance(due - rig.Time.GetUtcNow());
            await rig.TryAsync(account);
            pauses.Add((await rig.RowAsync(account)).DueAt - rig.Time.GetUtcNow() ?? TimeSpan.Zero);
        }

        Assert.That(pauses.Select(static pause => pause.TotalMinutes), Is.EqualTo(new[] { 1d, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360 }));
        var row = await rig.RowAsync(account);
        Assert.That((row.State, row.Attempts, row.Error, row.ErrorDetail), Is.EqualTo(("Pending", 12, "VendorFailed", "Status 500.")));
    }

    [Test]
    public async Task DeliverAsync_DownForTooLong_IsGivenUpUntilTheAccountChanges()
    {
        var vendor = new AccountVendor { Before = static _ => Down };
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        await rig.SettleAsync();

        Assert.That(await rig.StateAsync(account), Is.EqualTo("GaveUp"));
        vendor.Before = static _ => null;
        await rig.SettleAsync();
        Assert.That(vendor.Count, Is.Zero);
        await rig.PutAsync("x", "x", "Béa");
        await rig.SettleAsync();
        Assert.That((await rig.StateAsync(account), vendor.Count), Is.EqualTo(("Delivered", 1)));
    }

    [Test]
    public async Task DeliverAsync_Refused_WaitsForAChange()
    {
        var vendor = new AccountVendor { Before = static _ => Refused };
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        await rig.TryAsync(account);
        var calls = vendor.Calls.Count;
        await rig.SettleAsync();

        Assert.That((await rig.StateAsync(account), vendor.Calls.Count), Is.EqualTo(("Refused", calls)));
        vendor.Before = static _ => null;
        await rig.PutAsync("x", "x", "Béa");
        await rig.TryAsync(account);
        Assert.That(await rig.StateAsync(account), Is.EqualTo("Delivered"));
    }

    [TestCase(HubErrorCode.VendorBlocked)]
    [TestCase(HubErrorCode.VendorThrottled)]
    [TestCase(HubErrorCode.VendorUnreachable)]
    [TestCase(HubErrorCode.VendorMalformed)]
    public async Task DeliverAsync_FailureThatMayEnd_IsTriedAgain(HubErrorCode code)
    {
        var vendor = new AccountVendor { Before = _ => new HubError(code, "Made by a test.", TimeSpan.FromMinutes(7)) };
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        await rig.TryAsync(account);
        var row = await rig.RowAsync(account);

        Assert.That((row.State, row.Error, row.DueAt - rig.Time.GetUtcNow()), Is.EqualTo(("Pending", code.ToString(), TimeSpan.FromMinutes(7))));
    }

    [Test]
    public async Task DeliverAsync_NoCallMade_CountsNoAttempt()
    {
        var vendor = new AccountVendor { Before = static _ => new HubError(HubErrorCode.VendorCircuitOpen, "Open.") };
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        await rig.TryAsync(account);
        var row = await rig.RowAsync(account);

        Assert.That((row.State, row.Attempts, row.KnownKey), Is.EqualTo(("Pending", 0, (string?)null)));
    }

    [Test]
    public async Task DeliverAsync_AdapterThrows_IsOneFailure()
    {
        var vendor = new AccountVendor { Before = static _ => throw new InvalidOperationException("A defect.") };
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        await rig.TryAsync(account);

        Assert.That(((await rig.RowAsync(account)).State, (await rig.RowAsync(account)).Error), Is.EqualTo(("Pending", "Internal")));
        Assert.That(rig.Lines.Lines.Select(static line => line.Id), Has.Member(2104));
    }

    [Test]
    public async Task DeliverAsync_VendorHangs_IsBrokenOffInTime()
    {
        var vendor = new AccountVendor { Gate = new TaskCompletionSource().Task };
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        var attempt = rig.TryAsync(account);
        await PollSamples.UntilAsync(() => vendor.Calls.Count == 1);
        rig.Time.Advance(rig.Options.LongestDelivery);
        await attempt;

        Assert.That((await rig.RowAsync(account)).Error, Is.EqualTo("VendorTimeout"));
    }

    [Test]
    public async Task DeliverAsync_ChangedMeanwhile_IsDeliveredAgain()
    {
        var gate = new TaskCompletionSource();
        var vendor = new AccountVendor { Gate = gate.Task };
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        var attempt = rig.TryAsync(account);
        await PollSamples.UntilAsync(() => vendor.Calls.Count == 1);
        await rig.PutAsync("x", "y", "Béa");
        gate.SetResult();
        await attempt;

        var row = await rig.RowAsync(account);
        Assert.That((row.State, row.DeliveredVersion, row.WantedVersion), Is.EqualTo(("Pending", 1, 2)));
        await rig.TryAsync(account);
        Assert.That((await rig.StateAsync(account), vendor.Find("y").Single().Given, vendor.Count), Is.EqualTo(("Delivered", "Béa", 1)));
    }

    [Test]
    public async Task DeliverAsync_TwoHubsAtOnce_SpeakOnce()
    {
        var gate = new TaskCompletionSource();
        var vendor = new AccountVendor { Gate = gate.Task };
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        var other = rig.NewCourier();
        var both = new[] { rig.TryAsync(account), other.DeliverAsync(new DeliveryKey(account, "a"), early: true) };
        await PollSamples.UntilAsync(() => both.Any(static attempt => attempt.IsCompleted));
        gate.SetResult();
        await Task.WhenAll(both);

        Assert.That(vendor.Calls, Has.Count.EqualTo(1));
        Assert.That(await rig.StateAsync(account), Is.EqualTo("Delivered"));
    }

    [Test]
    public async Task DeliverAsync_OtherHubDied_IsTakenOverWhenItsClaimEnds()
    {
        var vendor = new AccountVendor();
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        var lease = TimeSpan.FromMinutes(1);
        Assert.That(await rig.Deliveries.ClaimAsync(new DeliveryKey(account, "a"), early: false, lease, CancellationToken.None), Is.Not.Null);

        rig.Time.Advance(lease - TimeSpan.FromSeconds(1));
        await rig.TryAsync(account);
        Assert.That(vendor.Calls, Is.Empty);
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        await rig.TryAsync(account);
        Assert.That(vendor.Calls, Is.EqualTo(new[] { "POST x" }));
    }

    [Test]
    public async Task StopAsync_WhileAtIt_GivesTheClaimBack()
    {
        var vendor = new AccountVendor { Gate = new TaskCompletionSource().Task };
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        var attempt = rig.TryAsync(account);
        await PollSamples.UntilAsync(() => vendor.Calls.Count == 1);
        await rig.Courier.StopAsync();
        await attempt;
        var next = rig.NewCourier();
        vendor.Gate = Task.CompletedTask;
        await next.DeliverAsync(new DeliveryKey(account, "a"), early: false);

        Assert.That(vendor.Calls, Is.EqualTo(new[] { "POST x", "POST x" }), "a create whose end was not seen is made again, and refused by a vendor that has it");
        Assert.That(await rig.StateAsync(account), Is.EqualTo("Delivered"));
    }

    [Test]
    public async Task DeliverAsync_WithdrawnBeforeAnybodyHadIt_IsNotNeeded()
    {
        var vendor = new AccountVendor();
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var account = await rig.PutAsync("x", "x");
        await rig.PutAsync("x", "x", active: false);
        Assert.That(await rig.StateAsync(account), Is.EqualTo("NotNeeded"));
        await rig.SettleAsync();
        Assert.That(vendor.Calls, Is.Empty);

        await rig.PutAsync("x", "x");
        await rig.TryAsync(account);
        await rig.PutAsync("x", "x", active: false);
        await rig.TryAsync(account);
        Assert.That((await rig.StateAsync(account), vendor.Find("x").Single().Active), Is.EqualTo(("Delivered", false)));
    }

    [Test]
    public async Task DeliverAsync_IdentifierOfAWithdrawnAccount_GoesThereAfterTheWithdrawal()
    {
        var vendor = new AccountVendor();
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var old = await rig.PutAsync("x", "x");
        var next = await rig.PutAsync("u", "u", "Béa");
        await rig.TryAsync(old);
        await rig.TryAsync(next);
        await rig.PutAsync("x", "x", active: false);
        await rig.PutAsync("u", "x", "Béa");

        await rig.TryAsync(next);
        await rig.SettleAsync();

        Assert.That(vendor.Calls.Skip(2), Is.EqualTo(new[] { "PUT x → x", "PUT u → x" }));
        Assert.That((vendor.Find("x").Single().Given, vendor.Find("x").Single().Active), Is.EqualTo(("Béa", true)));
        Assert.That((await rig.StateAsync(old), await rig.StateAsync(next)), Is.EqualTo(("Delivered", "Delivered")));
        Assert.That((await rig.RowAsync(old)).KnownKey, Is.Null, "the vendor knows the withdrawn one by nothing now");
    }
}
