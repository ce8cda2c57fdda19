using System.Globalization;

using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Orientations;

/// <summary>Counts orientations that come practitioner by practitioner, each in the order of time, by ISO weeks as calendars in Paris have them. Holds one page.</summary>
/// <param name="most">Practitioners of the page.</param>
internal sealed class WeeklyFold(int most)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private readonly List<PractitionerWeeks> _items = [];
    private List<WeekCount> _weeks = [];
    private string? _owner;

    /// <returns>False once the page is full and another practitioner begins.</returns>
    public bool Take(OrientationMoment moment)
    {
        if (moment.Owner != _owner)
        {
            Close();
            if (_items.Count == most)
            {
                return false;
            }

            (_owner, _weeks) = (moment.Owner, []);
        }

        var week = WeekOf(moment.CreatedAt);
        if (_weeks.Count > 0 && _weeks[^1].Week == week)
        {
            _weeks[^1] = _weeks[^1] with { Count = _weeks[^1].Count + 1 };
        }
        else
        {
            _weeks.Add(new WeekCount(week, 1));
        }

        return true;
    }

    /// <param name="isWhole">Whether nothing follows.</param>
    public WeeksDocument Finish(bool isWhole)
    {
        Close();
        return new WeeksDocument(_items, isWhole || _items.Count == 0 ? null : _items[^1].NationalId);
    }

    /// <summary>The ISO week that an instant falls into in Paris.</summary>
    public static string WeekOf(DateTimeOffset instant)
    {
        var day = TimeZoneInfo.ConvertTime(instant, Paris).DateTime;
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}");
    }

    private void Close()
    {
        if (_owner is { } owner)
        {
            _items.Add(new PractitionerWeeks(owner, _weeks));
            _owner = null;
        }
    }
}
