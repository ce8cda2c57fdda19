namespace Sas.Interop.Adapters.Mapping;

/// <summary>How far an answer keyed by days reaches: some vendors serve fewer days than asked, or more.</summary>
internal static class ServedDays
{
    /// <param name="from">First day asked.</param>
    /// <param name="asked">Number of days asked.</param>
    /// <param name="listed">Days that the answer names, in any order.</param>
    /// <returns>The last day that the answer speaks for. An answer that does not name the first day lists only some days and is believed for all that were asked.</returns>
    public static DateOnly Last(DateOnly from, int asked, IReadOnlySet<DateOnly> listed)
    {
        if (!listed.Contains(from))
        {
            return from.AddDays(asked - 1);
        }

        var last = from;
        while (listed.Contains(last.AddDays(1)))
        {
            last = last.AddDays(1);
        }

        return last;
    }
}
