using System.Collections.Concurrent;
using System.Diagnostics;

namespace Sas.Interop.Hub.Tests.Regulators;

/// <summary>What a vendor is told of an account belongs to the trace of the call that caused it.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class RegulatorTraceTests
{
    [Test]
    public async Task DeliverAsync_LaterByTheHubItself_GoesOnWithTheTraceOfTheLastChange()
    {
        var (vendor, seen) = Watched();
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        string account, second;
        using (var change = Begin())
        {
            account = await rig.PutAsync("x", "x");
            Assert.That((await rig.RowAsync(account)).Trace, Does.Contain(change.TraceId.ToHexString()));
        }

        using (var change = Begin())
        {
            await rig.PutAsync("x", "x", "Béa");
            second = change.TraceId.ToHexString();
        }

        Assert.That(Activity.Current, Is.Null);
        await rig.TryAsync(account);

        Assert.That(seen, Is.EqualTo(new[] { second }));
        Assert.That(Activity.Current, Is.Null, "And the trace ends with the delivery.");
    }

    [Test]
    public async Task EnsureAsync_BecauseSomebodyWaits_BelongsToTheCallOfThatOne()
    {
        var (vendor, seen) = Watched();
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        using (Begin())
        {
            await rig.PutAsync("x", "x");
        }

        using var booking = Begin();
        await rig.Readiness().EnsureAsync(RegulatorRig.Key("x"), "a", TimeSpan.FromSeconds(2), CancellationToken.None);

        Assert.That(seen, Is.EqualTo(new[] { booking.TraceId.ToHexString() }));
    }

    private static (AccountVendor Vendor, ConcurrentQueue<string?> Seen) Watched()
    {
        var seen = new ConcurrentQueue<string?>();
        var vendor = new AccountVendor
        {
            Before = _ =>
            {
                seen.Enqueue(Activity.Current?.TraceId.ToHexString());
                return null;
            },
        };
        return (vendor, seen);
    }

    private static Activity Begin() => new Activity("call").SetIdFormat(ActivityIdFormat.W3C).Start();
}
