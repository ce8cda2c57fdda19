using Sas.Interop.Contracts.Availability;
using Sas.Interop.NationalLoad.Agendas;

namespace Sas.Interop.NationalLoad.Population;

/// <summary>
/// A country that is never held in memory: each owner is made from the seed and its number when somebody asks. Safe for concurrent use.
/// </summary>
internal sealed class Country
{
    private readonly OwnerMaker _maker;

    public Country(CountryOptions options)
    {
        Options = options.Checked();
        Dice = new Dice(options.Seed);
        var departments = Population.Departments.Divide(options.Practitioners);
        Departments = departments;
        _maker = new OwnerMaker(options, Dice, departments, new AgendaMaker(options));
    }

    public CountryOptions Options { get; }

    public Dice Dice { get; }

    public IReadOnlyList<Department> Departments { get; }

    /// <summary>Practitioners and associations.</summary>
    public int Owners => Options.Practitioners + Options.Associations;

    public int Communities => Departments[^1].FirstCommunity + Departments[^1].Communities;

    /// <summary>Makes an owner.</summary>
    public InventedOwner Owner(int number) =>
        number < Options.Practitioners ? _maker.Practitioner(number) : _maker.Association(number - Options.Practitioners);

    public IEnumerable<InventedOwner> All() => Enumerable.Range(0, Owners).Select(Owner);

    /// <returns>The owner with an identifier; null when nobody here has it.</returns>
    public InventedOwner? Find(OwnerKind kind, ReadOnlySpan<char> prefixed)
    {
        var found = kind == OwnerKind.Practitioner
            ? NationalNumbers.PractitionerOf(prefixed)
            : NationalNumbers.SiretOf(prefixed) is { } siret && siret < Options.Associations ? siret + Options.Practitioners : null;
        return found is { } number && number < Owners && (kind == OwnerKind.Association || number < Options.Practitioners) && Owner(number) is { } owner && prefixed.SequenceEqual(owner.Id)
            ? owner
            : null;
    }

    /// <summary>The community of a number, 0-based.</summary>
    public Cpts Community(int number) => _maker.Community(number);

    /// <summary>The instant of a minute.</summary>
    public DateTimeOffset At(int minute) => Options.Start.AddMinutes(minute);
}
