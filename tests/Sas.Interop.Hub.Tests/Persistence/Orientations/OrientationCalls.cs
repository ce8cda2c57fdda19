using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Persistence.Outbox;
using Sas.Interop.Hub.Tests.Persistence.SqlServer;

namespace Sas.Interop.Hub.Tests.Persistence.Orientations;

/// <summary>What SQL Server is told of orientations and care requests.</summary>
internal sealed class OrientationCalls : IStoreCalls
{
    private const string Id = "0190000000007000800000000000000a";

    private static readonly Dictionary<string, string> OpenRequest = new() { ["Kind"] = nameof(OrientationKind.Marketplace), ["State"] = nameof(OrientationState.Linked) };

    private static readonly OrientationFilter Everything = new()
    {
        From = OrientationBed.Start,
        To = OrientationBed.Start.AddDays(1),
        ChangedFrom = OrientationBed.Start,
        ChangedTo = OrientationBed.Start.AddDays(1),
        Id = Id,
        Territory = "100",
        County = "75",
        VendorId = "acme",
        Owner = OrientationBed.Anne,
        RegulatorSystem = "urn:oid:1.2.250.1.213.3.6",
        RegulatorValue = "regulator-1",
        Kind = OrientationKind.Slot,
        States = [OrientationState.Booked, OrientationState.Linked],
    };

    public IEnumerable<StoreCall> All() =>
    [
        new("OrientationStore.FindAsync", static rig => Store(rig).FindAsync(Id, CancellationToken.None)),
        new("OrientationStore.ReadAsync", static rig => Store(rig).ReadAsync(Id, CancellationToken.None)),
        new("OrientationStore.PageAsync first", static rig => Store(rig).PageAsync(new OrientationFilter(), null, 10, CancellationToken.None)),
        new("OrientationStore.PageAsync next", static rig => Store(rig).PageAsync(Everything, new OrientationCursor(OrientationBed.Start, Id), 10, CancellationToken.None)),
        new("OrientationStore.PageAsync south", static rig => Store(rig).PageAsync(new OrientationFilter { County = "2A" }, null, 10, CancellationToken.None)),
        new("OrientationStore.PageAsync north", static rig => Store(rig).PageAsync(new OrientationFilter { County = "2B" }, null, 10, CancellationToken.None)),
        new("OrientationStore.VolumesAsync", static rig => Store(rig).VolumesAsync(Everything, 10, CancellationToken.None)),
        new("OrientationStore.MomentsAsync", static rig => Store(rig).MomentsAsync(new OrientationFilter(), OrientationBed.Anne, static _ => true, CancellationToken.None)),
        new("CareRequestStore.DueAsync", static rig => Requests(rig).DueAsync(OrientationBed.Start, 10, CancellationToken.None)),
        new("CareRequestStore.ExpireAsync", static rig => Requests(rig).ExpireAsync(Id, OrientationBed.Start, CancellationToken.None)) { Texts = OpenRequest },
        new("CareRequestStore.CancelAsync", static rig => Requests(rig).CancelAsync(Id, null, OrientationBed.Start, CancellationToken.None)) { Texts = OpenRequest },
        new("RecordingStore.RecordAsync", static rig => new RecordingStore(rig.Guard, Journal(rig)).RecordAsync(OrientationBed.Request(OrientationBed.Start), isDated: true, CancellationToken.None)),
    ];

    private static OrientationStore Store(StoreRig rig) => new(rig.Guard);

    private static CareRequestStore Requests(StoreRig rig) => new(rig.Guard, Journal(rig));

    private static OrientationJournal Journal(StoreRig rig) => new(new OutboxWriter(new Nobody(), rig.Time));

    private sealed class Nobody : IOutboxRouting
    {
        public IReadOnlyList<string> DestinationsOf(string kind) => [];
    }
}
