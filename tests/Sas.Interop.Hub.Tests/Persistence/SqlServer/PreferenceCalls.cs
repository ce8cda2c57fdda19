using Sas.Interop.Hub.Persistence;

namespace Sas.Interop.Hub.Tests.Persistence.SqlServer;

internal sealed class PreferenceCalls : IStoreCalls
{
    private const string Owner = "810000000001";

    public IEnumerable<StoreCall> All() =>
    [
        new("PreferenceStore.FindAsync", static rig => Store(rig).FindAsync(Owner, CancellationToken.None)),
        new("PreferenceStore.ReadAsync", static rig => Store(rig).ReadAsync(3, static _ => { }, CancellationToken.None)),
        new("PreferenceStore.ReadPageAsync", static rig => Store(rig).ReadPageAsync(rig.Time.GetUtcNow(), 3, 10, CancellationToken.None)),
        new("PreferenceStore.LastRevisionAsync", static rig => Store(rig).LastRevisionAsync(CancellationToken.None)),
        new("PreferenceStore.ChangeAsync", static rig => Store(rig).ChangeAsync(Owner, 10, static _ => new PreferenceChange("{}"), CancellationToken.None)),
    ];

    private static PreferenceStore Store(StoreRig rig) => new(rig.Guard, rig.Time);
}
