using Sas.Interop.Durability.Tracks;
using Sas.Interop.Durability.Wire;
using Sas.Interop.Durability.World;

namespace Sas.Interop.Durability.Killing;

/// <summary>The clients of a run and all that they have made.</summary>
internal sealed class Cast
{
    private const int RegulatorsUsed = 4;
    private readonly VendorServer _vendors;
    private readonly Ledger _ledger;
    private readonly SlotFinder _finder;
    private readonly string _run;
    private readonly Lock _gate = new();
    private readonly List<Link> _links = [];
    private readonly HashSet<string> _booked = new(StringComparer.Ordinal);
    private int _made;

    public Cast(KillOptions options, VendorServer vendors, Ledger ledger)
    {
        _vendors = vendors;
        _ledger = ledger;
        _finder = new SlotFinder(vendors.First, vendors.First.AddDays(3));
        _run = options.Seed.ToString("x8", CultureInfo.InvariantCulture);
        Regulators = [.. Enumerable.Range(0, RegulatorsUsed).Select(number => Uuid("4000", number))];
        Players = [.. Enumerable.Range(0, options.Clients).Select(MakePlayer)];
    }

    /// <summary>Technical identifiers of the regulators in whose name is booked.</summary>
    public IReadOnlyList<string> Regulators { get; }

    public IReadOnlyList<Player> Players { get; }

    public IReadOnlyList<Link> Links
    {
        get
        {
            lock (_gate)
            {
                return [.. _links];
            }
        }
    }

    /// <summary>Whether an appointment of a vendor was acknowledged by the hub.</summary>
    public bool IsAcknowledged(string appointment)
    {
        lock (_gate)
        {
            return _booked.Contains(appointment);
        }
    }

    /// <summary>Appointments that the hub acknowledged as booked, by the vendor's identifier.</summary>
    public IReadOnlyList<string> Booked
    {
        get
        {
            lock (_gate)
            {
                return [.. _booked];
            }
        }
    }

    private Player MakePlayer(int number)
    {
        Player? player = null;
        var regulator = Regulators[number % Regulators.Count];
        player = new Player(
            [
                () => Notices(Vendors.Api, regulator),
                () => Notices(Vendors.Page, regulator),
                () => new RegulatorTrack(Uuid("4001", Interlocked.Increment(ref _made)), _ledger),
                () => Booking(Vendors.Api, regulator, player),
                () => Booking(Vendors.Page, regulator, player),
                () => CareRequest(regulator),
            ],
            _ledger);
        return player;
    }

    private AppointmentTrack Notices(string vendor, string regulator)
    {
        var number = Interlocked.Increment(ref _made);
        var about = new AppointmentAbout(Vendors.AppointmentSystem(vendor), Uuid("4002", number), Vendors.OtherOwner(number % 10_000), regulator, _vendors.First.AddHours(number % 24));
        return new AppointmentTrack(about, vendor, _ledger);
    }

    private BookingTrack Booking(string vendor, string regulator, Player? player)
    {
        var number = Interlocked.Increment(ref _made);
        var owners = _vendors.Agendas[vendor].Owners;
        return new BookingTrack(
            new BookingAbout
            {
                Vendor = vendor,
                Owner = owners[number % owners.Count],
                Regulator = regulator,
                Key = $"{_run}-{number.ToString(CultureInfo.InvariantCulture)}",
                CanHold = vendor == Vendors.Api,
                LinkLifetime = HubSite.LinkLifetime,
                Finder = _finder,
                Booked = identifier => Take(identifier, player),
                Linked = Take,
            },
            _ledger);
    }

    private CareTrack CareRequest(string regulator)
    {
        var number = Interlocked.Increment(ref _made);
        var owners = _vendors.Agendas[Vendors.Market].Owners;
        return new CareTrack((owners[number % owners.Count], regulator, $"{_run}-{number.ToString(CultureInfo.InvariantCulture)}"), HubSite.LinkLifetime, Take, _ledger);
    }

    private void Take((string System, string Value) appointment, Player? player)
    {
        lock (_gate)
        {
            _booked.Add(appointment.Value);
        }
    }

    private void Take(Link link)
    {
        lock (_gate)
        {
            _links.Add(link);
        }

        _ledger.Count("link");
    }

    private string Uuid(string part, int number) => string.Create(CultureInfo.InvariantCulture, $"{_run}-0000-{part}-8000-{number:x12}");
}
