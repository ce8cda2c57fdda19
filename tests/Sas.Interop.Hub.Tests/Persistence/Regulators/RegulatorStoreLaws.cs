using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Persistence.Regulators;
using Sas.Interop.Hub.Tests.Regulators;

namespace Sas.Interop.Hub.Tests.Persistence.Regulators;

/// <summary>Any sequence of creates and updates leaves what a simple model of accounts says.</summary>
internal sealed class RegulatorStoreLaws
{
    private static readonly string[] Values = ["v0", "v1", "v2", "v3", "v4"];
    private static readonly string[] Mails = ["a@regulation.example", "A@regulation.example", "b@regulation.example"];

    [Test]
    public void Writes_AnySequence_LeaveWhatTheModelSays() =>
        Prop.ForAll(Gen.Choose(0, 10_000_000).ListOf().ToArbitrary(), static script => PlayAsync([.. script]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(80));

    private static async Task<bool> PlayAsync(int[] script)
    {
        await using var rig = await RegulatorRig.StartAsync();
        var model = new AccountModel();
        foreach (var step in script)
        {
            var names = Named(step);
            var state = new RegulatorState([.. names.Select(RegulatorRig.Key)], "Exemple", "Anne", Mails[step / 7 % 3], step / 21 % 3 != 0);
            var criterion = Values[step / 63 % 5];
            var written = step % 2 == 0
                ? await rig.Keeper.CreateAsync(state, null, CancellationToken.None)
                : await rig.Keeper.UpdateAsync(RegulatorRig.Key(criterion), state, null, CancellationToken.None);
            var expected = step % 2 == 0 ? model.Create(names, state.Email, state.Active) : model.Update(criterion, names, (state.Email, state.Active));
            if (written.Verdict != expected)
            {
                throw new AssertionException($"{(step % 2 == 0 ? "POST" : $"PUT {criterion}")} {string.Join('+', names)}: {written.Verdict}, the model says {expected}.");
            }
        }

        return await AgreeAsync(rig.Store, model);
    }

    // One name or two, which stand for the technical and the national identifier.
    private static string[] Named(int step)
    {
        var (one, two) = (Values[step / 315 % 5], Values[step / 1_575 % 5]);
        return step / 7_875 % 4 == 0 && one != two ? [one, two] : [one];
    }

    private static async Task<bool> AgreeAsync(RegulatorStore store, AccountModel model)
    {
        var ids = new Dictionary<string, AccountModel.Account>();
        foreach (var value in Values)
        {
            var stored = await store.FindAsync(RegulatorRig.Key(value), CancellationToken.None);
            var expected = model.Holder(value);
            if (stored is null || expected is null)
            {
                if (stored is not null || expected is not null)
                {
                    return false;
                }

                continue;
            }

            var same = stored.State.Email == expected.Mail && stored.State.Active == expected.Active && stored.Version == expected.Version && Present(stored, expected);
            if (!same || (ids.TryGetValue(stored.Id, out var known) && known != expected))
            {
                return false;
            }

            ids[stored.Id] = expected;
        }

        return true;
    }

    // One that lost all its identifiers to others still shows the last it had.
    private static bool Present(StoredRegulator stored, AccountModel.Account expected) =>
        expected.Current.Count == 0 || !expected.Current.Contains(stored.Present.Value) || expected.Current.SetEquals(stored.State.Identifiers.Select(static key => key.Value));
}
