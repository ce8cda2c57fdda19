using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.NationalLoad.Agendas;

/// <summary>When a place offers slots: a raster of cells in its opening hours, each free or taken.</summary>
/// <param name="Dice">The dice of the place.</param>
/// <param name="Zone">Zone of the opening hours.</param>
/// <param name="Hours">Opening hours, with the break between.</param>
/// <param name="SlotMinutes">Length of a slot.</param>
/// <param name="FreeShare">Share of the cells that are free.</param>
internal sealed record Agenda(Dice Dice, TimeZoneInfo Zone, OpeningHours Hours, int SlotMinutes, double FreeShare)
{
    // A change of an owner's agenda throws the dice again for one cell in so many; the others stay.
    private const int ThrownAgainOneIn = 8;

    public int CellsADay => MorningCells + ((Hours.Closes - Hours.BreakEnds) / SlotMinutes);

    private int MorningCells => (Hours.BreakBegins - Hours.Opens) / SlotMinutes;

    public bool IsOpen(DateOnly day) => (Hours.Days & (1 << (int)day.DayOfWeek)) != 0;

    /// <summary>Minute of the local day at which a cell begins.</summary>
    public int StartOf(int cell) =>
        cell < MorningCells ? Hours.Opens + (cell * SlotMinutes) : Hours.BreakEnds + ((cell - MorningCells) * SlotMinutes);

    /// <summary>Whether a cell is free.</summary>
    /// <param name="day">The local day.</param>
    /// <param name="cell">0 to before <see cref="CellsADay"/>.</param>
    /// <param name="changes">How often the owner's agenda has changed since minute 0.</param>
    public bool IsFree(DateOnly day, int cell, int changes)
    {
        var own = Dice.With(Subject.Free).With(day.DayNumber).With(cell);
        var throws = (changes + own.With(Subject.CellPhase).Below(ThrownAgainOneIn)) / ThrownAgainOneIn;
        return own.With(throws).Share < FreeShare;
    }
}

/// <summary>Opening hours, in minutes of the local day, on the days whose bit is set, Sunday lowest.</summary>
internal sealed record OpeningHours(int Days, int Opens, int BreakBegins, int BreakEnds, int Closes);
