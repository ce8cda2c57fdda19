using Sas.Interop.Contracts.Availability;
using Sas.Interop.NationalLoad.Agendas;

namespace Sas.Interop.NationalLoad.Population;

/// <summary>Makes owners and their places from dice.</summary>
internal sealed class OwnerMaker(CountryOptions options, Dice dice, Department[] departments, AgendaMaker agendas)
{
    public const string PlaceSystem = "urn:oid:1.1.111.1.111.1.1.1";

    // 74 % at one place, 22 % at two, 4 % at three: 1.3 on average.
    public static readonly double[] PlaceCounts = [0.74, 0.96, 1.0];

    private const double StaysWithVendor = 0.85;
    private const double IsMember = 0.5;
    private readonly double[] _market = RunningSums(options.Vendors);

    public InventedOwner Practitioner(int number)
    {
        var own = dice.With(number);
        var department = departments[IndexOf(number)];
        var specialty = Names.Specialty(own.With(Subject.Specialty));
        var community = own.With(Subject.Community).Share < IsMember
            ? Community(department.FirstCommunity + ((number - department.First) / Department.PractitionersPerCommunity))
            : null;
        var first = own.With(Subject.Vendor).PickWeighted(_market);
        var count = own.With(Subject.Places).PickWeighted(PlaceCounts) + 1;
        var places = new InventedPlace[count];
        for (var i = 0; i < count; i++)
        {
            var at = own.With(Subject.Places).With(i);
            var vendor = i == 0 || at.With(Subject.OtherVendor).Share < StaysWithVendor ? first : at.With(Subject.Vendor).PickWeighted(_market);
            var details = Place(at, department, $"{number}-{i}", options.Vendors[vendor].Id) with
            {
                StructureId = NationalNumbers.Finess(department.FinessPrefix, (number * PlaceCounts.Length) + i),
            };
            places[i] = new InventedPlace(i, options.Vendors[vendor].Id, details, agendas.Make(at, department), KindMaker.OfPractitioner(at, KindMaker.Page(details), specialty, community));
        }

        return new InventedOwner(
            number,
            OwnerKey.Create(OwnerKind.Practitioner, NationalNumbers.Practitioner(number)),
            own.With(Subject.Family).Pick(Names.Families),
            own.With(Subject.Given).Pick(Names.Givens),
            department,
            places)
        {
            Specialty = specialty,
            Community = community,
        };
    }

    public InventedOwner Association(int index)
    {
        var number = options.Practitioners + index;
        var own = dice.With(number);
        var department = departments[own.With(Subject.Town).Below(departments.Length)];
        var vendor = options.Vendors[own.With(Subject.Vendor).Below(options.Vendors.Count)].Id;
        var phone = Phone(own);
        var places = Enumerable.Range(0, 2 + own.With(Subject.Places).Below(5)).Select(i =>
        {
            var at = own.With(Subject.Places).With(i);
            var details = Place(at, department, $"sos-{index}-{i}", vendor) with { Phone = phone };
            return new InventedPlace(i, vendor, details, agendas.Make(at, department), KindMaker.OfAssociation(at, KindMaker.Page(details)));
        });
        return new InventedOwner(
            number,
            OwnerKey.Create(OwnerKind.Association, NationalNumbers.Siret(index)),
            $"SOS Médecins {Names.Town(own)}",
            null,
            department,
            [.. places])
        {
            Phone = phone,
        };
    }

    public Cpts Community(int number)
    {
        var department = departments[Array.FindLastIndex(departments, candidate => candidate.FirstCommunity <= number && candidate.Communities > 0)];
        var own = dice.With(Subject.Community).With(number);
        return new Cpts(NationalNumbers.Finess(department.FinessPrefix, 900_000 + number), $"CPTS {Names.Town(own)} {number}", Phone(own));
    }

    private static PlaceDetails Place(Dice at, Department department, string id, string vendor)
    {
        var street = at.With(Subject.Street).Pick(Names.Streets);
        var value = "place-" + id;
        return new PlaceDetails
        {
            // The key that the adapter of the national dialect gives to a place that tells its identifier.
            Key = $"{vendor}:{PlaceSystem}|{value}",
            IdentifierSystem = PlaceSystem,
            IdentifierValue = value,
            Name = "Cabinet " + street,
            Line = string.Create(CultureInfo.InvariantCulture, $"{1 + at.With(Subject.PostalCode).Below(120)} {street}"),
            City = Names.Town(at.With(Subject.Town)),
            PostalCode = department.PostalCode(at.With(Subject.PostalCode).Below(10)),
            Phone = Phone(at),
        };
    }

    private static string Phone(Dice own) => string.Create(CultureInfo.InvariantCulture, $"+3319900{own.With(Subject.Phone).Below(10_000):0000}");

    private static double[] RunningSums(IReadOnlyList<VendorShare> vendors)
    {
        var sum = 0.0;
        return [.. vendors.Select(vendor => sum += vendor.Weight)];
    }

    private int IndexOf(int number)
    {
        int low = 0, high = departments.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = departments[middle].End <= number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
