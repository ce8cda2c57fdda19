using Sas.Interop.Contracts.Availability;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.NationalLoad.Agendas;

/// <summary>What the beginning of a minute does to the slots of a place, by their ids.</summary>
/// <param name="Booked">Free before, taken now.</param>
/// <param name="Freed">Taken before, free now.</param>
/// <param name="Opened">Free slots of a day that entered the agenda.</param>
/// <param name="Begun">Free slots whose time has come.</param>
internal sealed record Churn(IReadOnlyList<string> Booked, IReadOnlyList<string> Freed, IReadOnlyList<string> Opened, IReadOnlyList<string> Begun)
{
    /// <summary>Works out the change cell by cell, from the rules and not from two snapshots.</summary>
    public static Churn Of(Country country, InventedOwner owner, InventedPlace place, int minute)
    {
        var agendas = new AgendaReader(country);
        var agenda = place.Agenda;
        var (before, now) = (country.At(minute - 1), country.At(minute));
        var (from, today) = (LocalDay(before, agenda), LocalDay(now, agenda));
        var (changesBefore, changes) = (agendas.Changes(owner.Number, minute - 1), agendas.Changes(owner.Number, minute));
        List<string> booked = [], freed = [], opened = [], begun = [];
        for (var day = from; day < today.AddDays(country.Options.Days); day = day.AddDays(1))
        {
            for (var cell = 0; agenda.IsOpen(day) && cell < agenda.CellsADay; cell++)
            {
                var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(agenda.StartOf(cell));
                var start = new DateTimeOffset(local, agenda.Zone.GetUtcOffset(local));
                var isNew = day >= from.AddDays(country.Options.Days);
                var was = agenda.IsFree(day, cell, changesBefore) && start >= before && !isNew;
                var isFree = agenda.IsFree(day, cell, changes) && start >= now;
                if (was != isFree)
                {
                    var list = isNew ? opened : start < now ? begun : was ? booked : freed;
                    list.Add(AgendaReader.IdOf(owner, place, new PlaceSlot(day, cell, start, new SlotKind())));
                }
            }
        }

        return new Churn(booked, freed, opened, begun);
    }

    private static DateOnly LocalDay(DateTimeOffset instant, Agenda agenda) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, agenda.Zone).DateTime);
}
