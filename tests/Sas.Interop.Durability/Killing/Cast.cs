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
    private readonly List<Expectation> _expectations = [];
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

    /// <summary>What must have become of acts whose appointments their vendors told of.</summary>
    public IReadOnlyList<Expectation> Expectations
    {
        get
        {
            lock (_gate)
            {
                return [.. _expectations];
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
                Made = made => Take(made, player),
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

    /// <summary>The vendor has an appointment now, and tells of it from now on.</summary>
    private void Take(MadeBooking made, Player? player)
    {
        var identifier = made.Appointment ?? (Vendors.AppointmentSystem(made.About.Vendor), Uuid("4003", Interlocked.Increment(ref _made)));
        var first = (made.Slot?.Start ?? _vendors.First).AddMinutes(-1);
        var track = new AppointmentTrack(new AppointmentAbout(identifier.System, identifier.Value, made.About.Owner, made.About.Regulator, first), made.About.Vendor, _ledger)
        {
            LastStatus = "fulfilled",
        };
        player?.Add(track);
        lock (_gate)
        {
            _expectations.Add(new Expectation(made.Orientation, track, made.About.Vendor));
            if (made.Appointment is { } booked)
            {
                _booked.Add(booked.Value);
            }
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
