using System.Runtime.CompilerServices;

namespace Sas.Interop.Hub.Availability.Rendering;

/// <summary>
/// Writes instants as <c>yyyy-MM-ddTHH:mm:ss.fffzzz</c> (kit 4.3.04: three decimals and a numeric offset). Keeps the day that it wrote last: slots come in order,
/// so most share it with the one before.
/// </summary>
internal struct InstantFormat
{
    public const int Length = 29;

    private const int DaysFromMarch0000 = 737_730;
    private const int DateLength = 10;
    private long _day = long.MinValue;
    private DateText _date;

    public InstantFormat()
    {
    }

    /// <param name="seconds">Since <see cref="SlotClock.Epoch"/>.</param>
    /// <param name="offsetMinutes">Offset of the place.</param>
    /// <param name="to">At least <see cref="Length"/> bytes.</param>
    public void Write(uint seconds, int offsetMinutes, Span<byte> to)
    {
        var local = seconds + (offsetMinutes * 60L);
        var day = Math.DivRem(local, 86_400, out var rest);
        if (rest < 0)
        {
            rest += 86_400;
            day--;
        }

        var second = (uint)rest;
        "0000-00-00T00:00:00.000+00:00"u8.CopyTo(to);
        if (day != _day)
        {
            WriteDate(day, _date);
            _day = day;
        }

        ((ReadOnlySpan<byte>)_date).CopyTo(to);
        Two(to[11..], second / 3600);
        Two(to[14..], second / 60 % 60);
        Two(to[17..], second % 60);
        if (offsetMinutes != 0)
        {
            var offset = (uint)Math.Abs(offsetMinutes);
            to[23] = offsetMinutes < 0 ? (byte)'-' : (byte)'+';
            Two(to[24..], offset / 60);
            Two(to[27..], offset % 60);
        }
    }

    private static void WriteDate(long day, Span<byte> to)
    {
        var (year, month, ofMonth) = Civil(day);
        Two(to, (uint)year / 100);
        Two(to[2..], (uint)year % 100);
        to[4] = (byte)'-';
        Two(to[5..], (uint)month);
        to[7] = (byte)'-';
        Two(to[8..], (uint)ofMonth);
    }

    // Days since 0000-03-01 in eras of 400 years, the usual proleptic Gregorian arithmetic.
    private static (int Year, int Month, int Day) Civil(long daysSince2020)
    {
        var days = daysSince2020 + DaysFromMarch0000;
        var era = days / 146_097;
        var ofEra = (int)(days - (era * 146_097));
        var yearOfEra = (ofEra - (ofEra / 1460) + (ofEra / 36_524) - (ofEra / 146_096)) / 365;
        var ofYear = ofEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shifted = ((5 * ofYear) + 2) / 153;
        var day = ofYear - (((153 * shifted) + 2) / 5) + 1;
        var month = shifted < 10 ? shifted + 3 : shifted - 9;
        return ((int)(era * 400) + yearOfEra + (month <= 2 ? 1 : 0), month, day);
    }

    private static void Two(Span<byte> to, uint value)
    {
        var tens = value / 10;
        to[1] = (byte)('0' + value - (tens * 10));
        to[0] = (byte)('0' + tens);
    }

    [InlineArray(DateLength)]
    private struct DateText
    {
        private byte _first;
    }
}
