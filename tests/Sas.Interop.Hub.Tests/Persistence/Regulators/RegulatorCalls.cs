using Sas.Interop.Contracts.Booking;
using Sas.Interop.Hub.Persistence.Regulators;
using Sas.Interop.Hub.Tests.Persistence.SqlServer;
using Sas.Interop.Hub.Tests.Regulators;

namespace Sas.Interop.Hub.Tests.Persistence.Regulators;

internal sealed class RegulatorCalls : IStoreCalls
{
    private static readonly RegulatorKey Key = RegulatorRig.Key("x");
    private static readonly RegulatorState State = RegulatorRig.State("x");
    private static readonly RegulatorBounds Bounds = new(100, ["a"]);
    private static readonly DeliveryKey Delivery = new("r", "a");
    private static readonly DateTimeOffset At = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DeliveryJob Job = new(Delivery, "c", new StoredRegulator("r", 2, At, State, "{}")) { Known = Key };
    private static readonly DeliveryFailure Failure = new(DeliveryState.Pending, "VendorFailed", "x", At, 1) { LeftNothing = true };

    public IEnumerable<StoreCall> All() =>
    [
        new("RegulatorStore.FindAsync", static rig => Store(rig).FindAsync("r", CancellationToken.None)),
        new("RegulatorStore.FindAsync identifier", static rig => Store(rig).FindAsync(Key, CancellationToken.None)),
        new("RegulatorStore.CreateAsync", static rig => Store(rig).CreateAsync(State, null, Bounds, CancellationToken.None)),
        new("RegulatorStore.CreateAsync unless", static rig => Store(rig).CreateAsync(State, RegulatorRig.Key("y"), Bounds, CancellationToken.None)),
        new("RegulatorStore.UpdateAsync", static rig => Store(rig).UpdateAsync(RegulatorRig.Key("y"), State, static _ => true, Bounds, CancellationToken.None)),
        new("RegulatorStore.UpdateAsync withdrawal", static rig => Store(rig).UpdateAsync(Key, State with { Active = false }, null, Bounds, CancellationToken.None)),
        new("DeliveryStore.ClaimAsync", static rig => Deliveries(rig).ClaimAsync(Delivery, true, TimeSpan.FromMinutes(1), CancellationToken.None)),
        new("DeliveryStore.ReplanAsync", static rig => Deliveries(rig).ReplanAsync(Job, CancellationToken.None)),
        new("DeliveryStore.CompleteAsync", static rig => Deliveries(rig).CompleteAsync(Job)),
        new("DeliveryStore.FailAsync", static rig => Deliveries(rig).FailAsync(Job, Failure)),
        new("DeliveryStore.SureAsync", static rig => Deliveries(rig).SureAsync(Job)),
        new("DeliveryStore.ReleaseAsync", static rig => Deliveries(rig).ReleaseAsync(Job)),
        new("DeliveryBook.DueVendorsAsync", static rig => Book(rig).DueVendorsAsync(CancellationToken.None)),
        new("DeliveryBook.DueAsync", static rig => Book(rig).DueAsync("a", 10, CancellationToken.None)),
        new("DeliveryBook.FindAsync", static rig => Book(rig).FindAsync(Delivery, CancellationToken.None)),
        new("DeliveryBook.OfAsync", static rig => Book(rig).OfAsync("r", CancellationToken.None)),
        new("DeliveryBook.CountAsync", static rig => Book(rig).CountAsync(CancellationToken.None)),
        new("DeliveryBook.AddMissingAsync", static rig => Book(rig).AddMissingAsync("a", CancellationToken.None)),
        new("DeliveryBook.AddAsync", static rig => Book(rig).AddAsync(Delivery, CancellationToken.None)),
        new("DeliveryBook.ReviveAsync", static rig => Book(rig).ReviveAsync("a", CancellationToken.None)),
        new("DeliveryBook.RestartAsync", static rig => Book(rig).RestartAsync("r", CancellationToken.None)),
        new("DeliveryBook.RestartAsync one", static rig => Book(rig).RestartAsync(Delivery, CancellationToken.None)),
    ];

    private static RegulatorStore Store(StoreRig rig) => new(rig.Guard, rig.Time);

    private static DeliveryStore Deliveries(StoreRig rig) => new(rig.Guard, rig.Time);

    private static DeliveryBook Book(StoreRig rig) => new(rig.Guard, rig.Time);
}
