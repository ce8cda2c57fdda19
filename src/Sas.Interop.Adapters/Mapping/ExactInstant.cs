using System.Runtime.InteropServices;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>
/// Reads the two spellings of an instant that nearly all vendors use, straight from bytes. What it does not take may still be an instant: <see cref="Instants"/>
/// reads every spelling, and FHIR has its own reader.
/// </summary>
internal static class ExactInstant
{
    private const int TimeAt = 11;
    private const int SecondsEnd = 19;

    // Ticks of the last day that was read; a page holds few days. One value, so that threads may share it.
    [ThreadStatic]
    private static (ulong Text, uint Tail, long Ticks) _lastDay;

    /// <summary><c>yyyy-MM-ddTHH:mm:ss</c>, a fraction of up to seven digits or none, and <c>Z</c> or <c>±HH:mm</c>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> utf8, out DateTimeOffset instant)
    {
        instant = default;
        if (!TryReadClock(utf8, out var ticks, out var length))
        {
            return false;
        }

        var zone = utf8[length..];
        var offset = 0;
        if (zone.Length != 1 || zone[0] != 'Z')
        {
            if (zone.Length != 6 || zone[3] != ':' || !TryTwo(zone[1..], 13, out var hours) || !TryTwo(zone[4..], 59, out var minutes) || zone[0] is not ((byte)'+' or (byte)'-'))
            {
                return false;
            }

            offset = ((hours * 60) + minutes) * (zone[0] == '-' ? -1 : 1);
        }

        instant = new DateTimeOffset(ticks, new TimeSpan(offset * TimeSpan.TicksPerMinute));
        return true;
    }

    /// <summary>An instant, or a local time of the zone, as the text of a member; null for a missing member and for null.</summary>
    /// <returns>False when <see cref="WireInstant"/> must judge the value.</returns>
    public static bool TryRead(ReadOnlySpan<byte> utf8, in PatternValue value, TimeZoneInfo zone, out DateTimeOffset? instant)
    {
        instant = null;
        if (JsonPlain.IsNothing(utf8, value))
        {
            return true;
        }

        instant = JsonPlain.TryText(utf8, value, out var text) && TryReadIn(text, zone, out var read) ? read : null;
        return instant is not null;
    }

    /// <summary>An instant, or a local time of the zone.</summary>
    public static bool TryReadIn(ReadOnlySpan<byte> utf8, TimeZoneInfo zone, out DateTimeOffset instant) =>
        TryRead(utf8, out instant) || (TryReadLocal(utf8, out var local) && PlaceZone.TryToInstant(local, zone, out instant));

    /// <summary><c>yyyy-MM-ddTHH:mm:ss</c> with a fraction or none, and nothing after it.</summary>
    public static bool TryReadLocal(ReadOnlySpan<byte> utf8, out DateTime local)
    {
        local = default;
        if (!TryReadClock(utf8, out var ticks, out var length) || length != utf8.Length)
        {
            return false;
        }

        local = new DateTime(ticks, DateTimeKind.Unspecified);
        return true;
    }

    private static bool TryReadClock(ReadOnlySpan<byte> utf8, out long ticks, out int length)
    {
        length = SecondsEnd;
        if (utf8.Length < SecondsEnd || utf8[10] != 'T' || utf8[13] != ':' || utf8[16] != ':' || !TryReadDay(utf8, out ticks)
            || !TryTwo(utf8[TimeAt..], 23, out var hours) || !TryTwo(utf8[14..], 59, out var minutes) || !TryTwo(utf8[17..], 59, out var seconds))
        {
            ticks = 0;
            return false;
        }

        ticks += ((((hours * 60L) + minutes) * 60) + seconds) * TimeSpan.TicksPerSecond;
        if (utf8.Length == SecondsEnd || utf8[SecondsEnd] != '.')
        {
            return true;
        }

        var unit = TimeSpan.TicksPerSecond / 10;
        for (length++; unit > 0 && length < utf8.Length && char.IsAsciiDigit((char)utf8[length]); length++, unit /= 10)
        {
            ticks += (utf8[length] - '0') * unit;
        }

        return length > SecondsEnd + 1;
    }

    private static bool TryReadDay(ReadOnlySpan<byte> utf8, out long ticks)
    {
        var text = MemoryMarshal.Read<ulong>(utf8);
        var tail = MemoryMarshal.Read<ushort>(utf8[8..]);
        ref var last = ref _lastDay;
        if (last.Text == text && last.Tail == tail && text != 0)
        {
            ticks = last.Ticks;
            return true;
        }

        ticks = 0;
        if (utf8[4] != '-' || utf8[7] != '-' || !TryTwo(utf8, 99, out var century) || !TryTwo(utf8[2..], 99, out var years)
            || !TryTwo(utf8[5..], 12, out var month) || !TryTwo(utf8[8..], 31, out var day))
        {
            return false;
        }

        // The first and the last year may leave the calendar once an offset is applied.
        var year = (century * 100) + years;
        if (year is <= 1 or >= 9999 || month == 0 || day == 0 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        ticks = new DateTime(year, month, day).Ticks;
        last = (text, tail, ticks);
        return true;
    }

    private static bool TryTwo(ReadOnlySpan<byte> utf8, int most, out int number)
    {
        var (tens, units) = (utf8[0] - '0', utf8[1] - '0');
        number = (tens * 10) + units;
        return (uint)tens <= 9 && (uint)units <= 9 && number <= most;
    }
}
