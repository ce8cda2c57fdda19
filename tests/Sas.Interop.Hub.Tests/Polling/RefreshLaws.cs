using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Tests.Polling;

/// <summary>What holds whatever callers, polls and the vendor do, and in whatever order.</summary>
internal sealed class RefreshLaws
{
    private const int Owners = 6;

    [Test]
    public void RefreshAsync_AnyInterleaving_KeepsItsPromises()
    {
        var steps = Gen.Choose(0, 1_000_000).ListOf().ToArbitrary();

        Prop.ForAll(Gen.Choose(1, 3).ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(), steps, static (concurrency, perCall, script) =>
            PlayAsync(concurrency, perCall, [.. script]).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();
    }

    private static async Task<bool> PlayAsync(int concurrency, int perCall, int[] script)
    {
        await using var rig = new RefreshRig(static settings => settings.RefreshQueue = 4);
        var vendor = await rig.StartAsync(RefreshRig.Model("a", concurrency, perCall), Owners);
        await new Play(rig, vendor, perCall).RunAsync(script);
        return !vendor.Overlapped && vendor.MostAtOnce <= concurrency && vendor.MostTargets <= perCall;
    }

    /// <summary>One run: a number tells what happens, and to whom.</summary>
    private sealed class Play(RefreshRig rig, PatientVendor vendor, int perCall)
    {
        private readonly List<OpenPull> _open = [];
        private readonly List<(Task Wait, DateTimeOffset Until)> _callers = [];

        public async Task RunAsync(int[] script)
        {
            foreach (var step in script)
            {
                await StepAsync(step);
                await SettleAsync();
            }

            await FinishAsync();
        }

        private async Task StepAsync(int step)
        {
            var detail = step / 8;
            switch (step % 8)
            {
                case 0 or 1 or 2:
                    Ask(detail);
                    break;
                case 3:
                    await AdvanceAsync(TimeSpan.FromMilliseconds(200 * (detail % 8)));
                    break;
                case 4 or 5:
                    Reply(detail, static (pull, slots) => pull.Answer(1 + (slots % 9)));
                    break;
                case 6:
                    Reply(detail, Refuse);
                    break;
                default:
                    rig.Polling.Registry.Request("a", detail % ((Owners + perCall - 1) / perCall));
                    break;
            }
        }

        private void Ask(int detail)
        {
            var within = TimeSpan.FromMilliseconds(detail % 3 * 450);
            int[] owners = [.. Enumerable.Range(1, Owners).Where(owner => (detail >> owner & 1) == 1)];
            var wait = rig.Refresher.RefreshAsync(
                [.. owners.Select(static owner => PollSamples.Target(owner).Owner)], TimeSpan.FromSeconds(detail % 5), within, CancellationToken.None);
            _callers.Add((wait, rig.Polling.Clock.GetUtcNow() + within));
        }

        /// <summary>A caller whose time is up has returned; it is not the test's time that is measured here, so it gets some.</summary>
        private async Task AdvanceAsync(TimeSpan by)
        {
            rig.Polling.Clock.Advance(by);
            await Task.WhenAll(_callers.Where(caller => caller.Until <= rig.Polling.Clock.GetUtcNow()).Select(static caller => caller.Wait))
                .WaitAsync(PollSamples.Patience);
        }

        private void Reply(int detail, Action<OpenPull, int> reply)
        {
            if (_open.Count > 0)
            {
                var pull = _open[detail % _open.Count];
                _open.Remove(pull);
                reply(pull, detail);
            }
        }

        private static void Refuse(OpenPull pull, int detail)
        {
            switch (detail % 3)
            {
                case 0:
                    pull.Fail(HubErrorCode.VendorFailed);
                    break;
                case 1:
                    pull.Fail(HubErrorCode.VendorThrottled, TimeSpan.FromSeconds(1));
                    break;
                default:
                    pull.Throw(new FormatException("Made by a test."));
                    break;
            }
        }

        /// <summary>Lets what may happen now happen, mostly; the laws hold also when it has not.</summary>
        private async Task SettleAsync()
        {
            for (var i = 0; i < 20; i++)
            {
                await Task.Yield();
                while (vendor.TryNext(out var pull) && pull is not null)
                {
                    _open.Add(pull);
                }
            }
        }

        private async Task FinishAsync()
        {
            await AdvanceAsync(TimeSpan.FromSeconds(1));
            for (var idle = 0; idle < 3; idle++)
            {
                await SettleAsync();
                idle = _open.Count > 0 ? 0 : idle;
                while (_open.Count > 0)
                {
                    Reply(_open.Count, static (pull, slots) => pull.Answer(slots));
                }

                await AdvanceAsync(TimeSpan.FromSeconds(1));
            }

            await PollSamples.UntilAsync(() => Enumerable.Range(1, Owners).All(owner => rig.SlotsOf(owner) == vendor.Last[PollSamples.Target(owner).Owner]));
        }
    }
}
