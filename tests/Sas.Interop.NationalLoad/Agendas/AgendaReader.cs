using Sas.Interop.Contracts.Availability;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.NationalLoad.Agendas;

/// <summary>What is free at a minute. The state of any minute is computed from its number alone, so that nothing is remembered between minutes.</summary>
internal sealed class AgendaReader(Country country)
{
    /// <summary>The window that agendas are open for at a minute.</summary>
    public TimeWindow WindowAt(int minute) => new(country.At(minute), country.At(minute).AddDays(country.Options.Days + 1));

    /// <summary>How often an owner's agenda has changed up to a minute.</summary>
    public int Changes(int owner, int minute) => (minute + Phase(owner)) / country.Options.ChurnMinutes;

    /// <summary>Whether an owner's agenda changes at the beginning of a minute: patients book, patients cancel.</summary>
    public bool ChangesAt(int owner, int minute) => minute > 0 && (minute + Phase(owner)) % country.Options.ChurnMinutes == 0;

    /// <summary>The free slots of a place that have not begun, in order of time. Days enter at local midnight.</summary>
    public IEnumerable<PlaceSlot> Free(InventedOwner owner, InventedPlace place, TimeWindow window, int minute)
    {
        var now = country.At(minute);
        var from = window.From > now ? window.From : now;
        var agenda = place.Agenda;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, agenda.Zone).DateTime);
        var changes = Changes(owner.Number, minute);
        for (var day = today; day < today.AddDays(country.Options.Days); day = day.AddDays(1))
        {
            if (!agenda.IsOpen(day))
            {
                continue;
            }

            // Clocks change on Sunday nights, and no place is open then: one offset holds for the whole day.
            var midnight = day.ToDateTime(TimeOnly.MinValue);
            var offset = agenda.Zone.GetUtcOffset(midnight.AddHours(12));
            for (var cell = 0; cell < agenda.CellsADay; cell++)
            {
                var start = new DateTimeOffset(midnight.AddMinutes(agenda.StartOf(cell)), offset);
                if (start >= from && start <= window.To && agenda.IsFree(day, cell, changes))
                {
                    yield return new PlaceSlot(day, cell, start, KindOf(place, day, cell));
                }
            }
        }
    }

    public static string IdOf(InventedOwner owner, InventedPlace place, in PlaceSlot slot) =>
        string.Create(CultureInfo.InvariantCulture, $"s{owner.Number}-{place.Number}-{slot.Day.DayNumber}-{slot.Cell}");

    private static SlotKind KindOf(InventedPlace place, DateOnly day, int cell)
    {
        // The first kind is the commonest.
        var roll = place.Agenda.Dice.With(Subject.KindOfCell).With(day.DayNumber).With(cell).Below(place.Kinds.Count + 1);
        return place.Kinds[roll == place.Kinds.Count ? 0 : roll];
    }

    private int Phase(int owner) => country.Dice.With(owner).With(Subject.Phase).Below(country.Options.ChurnMinutes);
}
