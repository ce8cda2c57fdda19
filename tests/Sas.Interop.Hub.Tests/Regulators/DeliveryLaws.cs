using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Persistence.Regulators;

namespace Sas.Interop.Hub.Tests.Regulators;

/// <summary>Whatever is written and whatever a vendor does with it, in whatever order: in the end the vendor has what the hub has, once.</summary>
internal sealed class DeliveryLaws
{
    private static readonly string[] Values = ["v0", "v1", "v2", "v3"];
    private static readonly string[] Names = ["Anne", "Béa", "Cléa"];

    /// <summary>Either accounts hand identifiers to each other and calls fail, or calls have effects that nobody sees and accounts keep to their own identifiers.</summary>
    [Test]
    public void Deliveries_AnyHistory_EndWithTheSameAccountsOnBothSides([Values] bool areEndsSeen) =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ListOf().ToArbitrary(), script => PlayAsync([.. script], areEndsSeen).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    internal static async Task<bool> PlayAsync(int[] script, bool areEndsSeen)
    {
        var vendor = new AccountVendor();
        await using var rig = await RegulatorRig.StartAsync(("a", vendor));
        var accounts = new HashSet<string>();
        foreach (var step in script)
        {
            var detail = step / 6;
            switch (step % 6)
            {
                case 0 or 1 or 2:
                    await WriteAsync(rig, accounts, detail, areEndsSeen);
                    break;
                case 3:
                    await AttemptAsync(rig, accounts, detail);
                    break;
                case 4:
                    vendor.Before = _ => detail % 3 == 0 ? new HubError(HubErrorCode.VendorFailed, "Before.") : null;
                    break;
                default:
                    vendor.After = _ => detail % 3 == 0 && !areEndsSeen ? new HubError(HubErrorCode.VendorTimeout, "After.") : null;
                    break;
            }
        }

        vendor.Before = static _ => null;
        vendor.After = static _ => null;
        await rig.SettleAsync();
        return await AgreeAsync(rig, vendor, accounts);
    }

    private static async Task WriteAsync(RegulatorRig rig, HashSet<string> accounts, int detail, bool areShared)
    {
        // Not shared: one account has the first two identifiers, another one the others.
        var pool = areShared ? Values : Values[(detail % 2 * 2)..((detail % 2 * 2) + 2)];
        var criterion = areShared ? Values[detail % 4] : pool[0];
        var state = RegulatorRig.State(pool[detail / 4 % pool.Length], Names[detail / 16 % 3], detail / 48 % 4 != 0);
        var written = await rig.Keeper.UpdateAsync(RegulatorRig.Key(criterion), state, null, CancellationToken.None);
        if (written.Now is { } now)
        {
            accounts.Add(now.Id);
        }
    }

    private static async Task AttemptAsync(RegulatorRig rig, HashSet<string> accounts, int detail)
    {
        if (accounts.Count > 0)
        {
            rig.Time.Advance(TimeSpan.FromMinutes(10));
            await rig.TryAsync(accounts.Order().ElementAt(detail % accounts.Count));
        }
    }

    private static async Task<bool> AgreeAsync(RegulatorRig rig, AccountVendor vendor, HashSet<string> accounts)
    {
        foreach (var id in accounts)
        {
            var account = await rig.Store.FindAsync(id, CancellationToken.None);
            var state = await rig.StateAsync(id);
            if (account is null || state is not (nameof(DeliveryState.Delivered) or nameof(DeliveryState.NotNeeded)))
            {
                return false;
            }

            var there = vendor.Find(account.Present.Value);
            var isHolder = (await rig.Store.FindAsync(account.Present, CancellationToken.None))?.Id == id;
            if (account.State.Active && !(isHolder && there is [{ } one] && one.Active && one.Given == account.State.Given))
            {
                return false;
            }

            // One that is withdrawn and still has its identifier is withdrawn there too, or was never there.
            if (!account.State.Active && isHolder && there.Any(static one => one.Active))
            {
                return false;
            }
        }

        return true;
    }
}
