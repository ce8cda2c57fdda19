namespace Sas.Interop.Hub.Availability.Rendering;

/// <summary>Writes instants as <c>yyyy-MM-ddTHH:mm:ss.fffzzz</c> (kit 4.3.04: three decimals and a numeric offset).</summary>
internal static class InstantFormat
{
    public const int Length = 29;

    private const int DaysFromMarch0000 = 737_730;

    /// <param name="seconds">Since <see cref="SlotClock.Epoch"/>.</param>
    /// <param name="offsetMinutes">Offset of the place.</param>
    /// <param name="to">At least <see cref="Length"/> bytes.</param>
    public static void Write(uint seconds, int offsetMinutes, Span<byte> to)
    {
        var local = seconds + (offsetMinutes * 60L);
        var days = Math.DivRem(local, 86_400, out var second);
        if (second < 0)
        {
            second += 86_400;
            days--;
        }

        var (year, month, day) = Civil(days);
        "0000-00-00T00:00:00.000+00:00"u8.CopyTo(to);
        Two(to, year / 100);
        Two(to[2..], year % 100);
        Two(to[5..], month);
        Two(to[8..], day);
        Two(to[11..], (int)second / 3600);
        Two(to[14..], (int)second / 60 % 60);
        Two(to[17..], (int)second % 60);
        var offset = Math.Abs(offsetMinutes);
        to[23] = offsetMinutes < 0 ? (byte)'-' : (byte)'+';
        Two(to[24..], offset / 60);
        Two(to[27..], offset % 60);
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

    private static void Two(Span<byte> to, int value)
    {
        to[0] = (byte)('0' + (value / 10));
        to[1] = (byte)('0' + (value % 10));
    }
}
