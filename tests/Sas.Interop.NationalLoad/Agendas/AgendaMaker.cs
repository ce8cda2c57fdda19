using System.Numerics;

using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.NationalLoad.Agendas;

/// <summary>Makes agendas such that the country as a whole holds as many free slots as were ordered.</summary>
internal sealed class AgendaMaker
{
    private const double Fullest = 0.95;

    // Bits from Sunday up: Monday to Friday; without Wednesday; with Saturday; without Wednesday but with Saturday; Tuesday to Friday.
    private static readonly int[] Weeks = [0b0111110, 0b0110110, 0b1111110, 0b1110110, 0b0111100];
    private static readonly double[] WeekSums = [0.4, 0.6, 0.75, 0.85, 1.0];
    private static readonly int[] Lengths = [10, 15, 20, 30];
    private static readonly double[] LengthSums = [0.1, 0.5, 0.85, 1.0];
    private static readonly double[] Busyness = [0.4, 0.7, 1.0, 1.3, 1.6];
    private readonly double _slotsADay;

    public AgendaMaker(CountryOptions options)
    {
        const double placesEach = (0.74 * 1) + (0.22 * 2) + (0.04 * 3);
        var first = DateOnly.FromDateTime(options.Start.UtcDateTime);
        var openDays = Enumerable.Range(0, options.Days).Sum(day => ShareOpen(first.AddDays(day).DayOfWeek));
        _slotsADay = options.Slots / (options.Practitioners * placesEach * Math.Max(openDays, 0.1));
    }

    public Agenda Make(Dice at, Department department)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(department.TimeZone);
        var hours = at.With(Subject.Hours);
        var opens = (8 * 60) + (30 * hours.With(1).Below(4));
        var breakBegins = (12 * 60) + (30 * hours.With(2).Below(3));
        var breakEnds = breakBegins + 60 + (30 * hours.With(3).Below(3));
        var closes = (18 * 60) + (30 * hours.With(4).Below(4));
        var open = new OpeningHours(Weeks[at.With(Subject.Days).PickWeighted(WeekSums)], opens, breakBegins, breakEnds, closes);
        var agenda = new Agenda(at, zone, open, Lengths[at.With(Subject.Length).PickWeighted(LengthSums)], 0);
        var wanted = _slotsADay * at.With(Subject.Busyness).Pick(Busyness);
        return agenda with { FreeShare = Math.Min(Fullest, wanted / agenda.CellsADay) };
    }

    private static double ShareOpen(DayOfWeek day)
    {
        var share = 0.0;
        for (var i = 0; i < Weeks.Length; i++)
        {
            share += BitOperations.PopCount((uint)(Weeks[i] & (1 << (int)day))) * (WeekSums[i] - (i == 0 ? 0 : WeekSums[i - 1]));
        }

        return share;
    }
}
