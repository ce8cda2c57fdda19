using BenchmarkDotNet.Attributes;

using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Security;

namespace Sas.Interop.Benchmarks.Micro;

/// <summary>Applying a snapshot to an index that knows its owner. Baseline: the same snapshot again, which is what most polls bring.</summary>
public class ApplyBenchmarks
{
    private const int OneInTen = 10;
    private static readonly VendorFreshness Vendor = new("bench", TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.Zero, BookingRule.Of("vendor.example", "*.vendor.example"));
    private BenchHub? _hub;
    private IAvailabilityWriter? _writer;
    private Snapshot? _first;
    private Snapshot? _second;
    private bool _turn;

    [Params(20, 200)]
    public int Slots { get; set; }

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _hub = await BenchHub.CreateAsync(BenchFiles.None, null, CancellationToken.None);
        _writer = _hub.Writer;
        _first = Make(changed: false);
        _second = Make(changed: true);
        _writer.Apply(Vendor, _first, BenchCountry.Start);
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        if (_hub is not null)
        {
            await _hub.DisposeAsync();
        }
    }

    [Benchmark(Baseline = true)]
    public int SameAgain() => Apply(_first);

    [Benchmark]
    public int OneInTenChanged()
    {
        _turn = !_turn;
        return Apply(_turn ? _second : _first);
    }

    private int Apply(Snapshot? snapshot) =>
        snapshot is null || _writer is null ? throw new InvalidOperationException("Not set up.") : _writer.Apply(Vendor, snapshot, BenchCountry.Start).Kept;

    private Snapshot Make(bool changed)
    {
        var owner = OwnerKey.Create(OwnerKind.Practitioner, "810999999990");
        var kind = new SlotKind { Types = SlotTypes.Public, Consultations = ConsultationTypes.Ambulatory, Reasons = ["Consultation"], Mode = BookingMode.Routine };
        var place = new PlaceDetails { Key = "bench:place", Name = "Cabinet", Line = "1 rue des Essais", City = "Paris", PostalCode = "75011", Phone = "+33199000001" };
        var slots = Enumerable.Range(0, Slots).Select(n =>
        {
            var start = BenchCountry.Start.AddHours(2).AddMinutes((n * 15) + (changed && n % OneInTen == 3 ? 5 : 0));
            return new OfferedSlot(start, start.AddMinutes(10), kind, null, EndEstimated: false);
        });
        return new Snapshot
        {
            Coverage = new Coverage(owner, null, new TimeWindow(BenchCountry.Start, BenchCountry.Start.AddDays(20)), Complete: true),
            Schedules = [new ScheduleSlots(place, [.. slots])],
            Owner = new OwnerDetails("EXEMPLE", ["Anne"], null),
        };
    }
}
