using System.Globalization;

namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>The whole invented country: who practises where, and which vendor sells which agenda. The same every time; nothing in it is random.</summary>
internal sealed class SandboxPlan
{
    private const int PerVendor = 9;
    private readonly IReadOnlyList<(string Id, string Dialect)> _vendors;
    private readonly List<SandboxPractitioner> _practitioners = [];

    /// <param name="vendors">Vendors that are polled, with their dialects, in the order of <c>adapters.json</c>.</param>
    public SandboxPlan(IReadOnlyList<(string Id, string Dialect)> vendors)
    {
        _vendors = vendors;
        Communities =
        [
            Community(0, "CPTS Paris Est"),
            Community(1, "CPTS Lyon Part-Dieu"),
            Community(11, "CPTS Nord Réunion"),
        ];
        foreach (var (vendor, index) in vendors.Select(static (vendor, index) => (vendor, index)))
        {
            for (var turn = 0; turn < PerVendor; turn++)
            {
                Add(vendor, index, turn);
            }
        }

        AddWithoutVendor();
        AddOfCommunities();
        Associations = [Association(1, 0, "monmedecin-org"), Association(2, 1, "urgences-chrono"), Association(3, 11, "h24-care")];
    }

    public IReadOnlyList<SandboxPractitioner> Practitioners => _practitioners;

    public IReadOnlyList<SandboxCommunity> Communities { get; }

    public IReadOnlyList<SandboxAssociation> Associations { get; }

    public IEnumerable<SandboxPractitioner> With(SandboxCase wanted) => _practitioners.Where(practitioner => practitioner.Case == wanted);

    private static SandboxCase CaseOf(string dialect, int turn) => (dialect, turn) switch
    {
        ("sas-fhir", 1) => SandboxCase.TwoPlaces,
        ("sas-fhir", 2) => SandboxCase.PublicAndCommunity,
        ("sas-fhir", 3) => SandboxCase.OneCommunity,
        ("sas-fhir", 4) => SandboxCase.SharedCommunities,
        (_, 5) => SandboxCase.NoSlot,
        (_, 6) => SandboxCase.Refusing,
        (_, 7) => SandboxCase.TwoVendors,
        _ => SandboxCase.OnePlace,
    };

    private static SandboxCommunity Community(int town, string name) => new(
        CheckDigits.Finess(SandboxGeography.Towns[town].Department, 90 + town),
        name,
        string.Create(CultureInfo.InvariantCulture, $"+331990002{town:00}"));

    private static SandboxPlace Place(int number, int part, int town, IReadOnlyList<SandboxLink> links)
    {
        var (department, city, postalCode, zone) = SandboxGeography.Towns[town];
        var street = SandboxGeography.Streets[(number + (part * 3)) % SandboxGeography.Streets.Length];
        return new SandboxPlace(
            string.Create(CultureInfo.InvariantCulture, $"place-{number}-{part}"),
            part == 1 ? $"Cabinet médical {street}" : $"Maison de santé {street}",
            CheckDigits.Finess(department, (number * 2) + part),
            string.Create(CultureInfo.InvariantCulture, $"{(number % 80) + part} {street}"),
            city,
            postalCode,
            string.Create(CultureInfo.InvariantCulture, $"+3319900{number % 1000:000}{part}"),
            zone,
            links);
    }

    private void Add((string Id, string Dialect) vendor, int index, int turn)
    {
        var number = _practitioners.Count + 1;
        var what = CaseOf(vendor.Dialect, turn);
        var town = (index + turn) % SandboxGeography.Towns.Length;
        var overseas = SandboxGeography.Towns[town].Department == "974";
        var first = Link(vendor, number, overseas, what == SandboxCase.NoSlot);
        IReadOnlyList<SandboxPlace> places = what switch
        {
            SandboxCase.TwoPlaces => [Place(number, 1, town, [first]), Place(number, 2, town, [first])],
            SandboxCase.TwoVendors => [Place(number, 1, town, [first]), Place(number, 2, town, [Link(Other(index), number, overseas, false)])],
            _ => [Place(number, 1, town, [first])],
        };
        _practitioners.Add(Practitioner(number, what, places));
    }

    private void AddWithoutVendor()
    {
        for (var town = 0; town < SandboxGeography.Towns.Length; town++)
        {
            var number = _practitioners.Count + 1;
            _practitioners.Add(Practitioner(number, SandboxCase.NoVendor, [Place(number, 1, town, [])]));
        }
    }

    // After all others, so that nobody else's number depends on them.
    private void AddOfCommunities()
    {
        foreach (var (vendor, index) in _vendors.Where(static vendor => vendor.Dialect == "sas-fhir").Select(static (vendor, index) => (vendor, index)).Where(static item => item.index % 3 == 0))
        {
            var number = _practitioners.Count + 1;
            var town = index % SandboxGeography.Towns.Length;
            var link = Link(vendor, number, SandboxGeography.Towns[town].Department == "974", false);
            _practitioners.Add(Practitioner(number, SandboxCase.TwoPlacesOfCommunities, [Place(number, 1, town, [link]), Place(number, 2, (town + 3) % SandboxGeography.Towns.Length, [link])]));
        }
    }

    /// <summary>The next vendor that tells its places itself, so that any dialect can be the first of two.</summary>
    private (string Id, string Dialect) Other(int index)
    {
        for (var step = 1; ; step++)
        {
            var other = _vendors[(index + step) % _vendors.Count];
            if (other.Dialect == "sas-fhir")
            {
                return other;
            }
        }
    }

    private static SandboxLink Link((string Id, string Dialect) vendor, int number, bool overseas, bool empty) =>
        new(vendor.Id, VendorKeys.Of(vendor.Dialect, number, overseas, empty));

    private static SandboxPractitioner Practitioner(int number, SandboxCase what, IReadOnlyList<SandboxPlace> places) => new(
        number,
        CheckDigits.Practitioner(number),
        SandboxGeography.Families[number % SandboxGeography.Families.Length],
        SandboxGeography.Givens[number * 7 % SandboxGeography.Givens.Length],
        SandboxGeography.Specialties[number % SandboxGeography.Specialties.Length],
        what,
        places);

    private static SandboxAssociation Association(int number, int town, string vendor) => new(
        CheckDigits.Siret(number),
        $"SOS Médecins {SandboxGeography.Towns[town].City}",
        string.Create(CultureInfo.InvariantCulture, $"+3319900300{number}"),
        vendor,
        [Place(900 + number, 1, town, []), Place(900 + number, 2, town, [])]);
}
