namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>Judges when a vendor says that its data was made. A schedule's own time is not asked: it tells when the agenda was last set up, not its slots.</summary>
internal static class DataTimes
{
    private static readonly DateTimeOffset Earliest = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    /// <summary>The instant when it can be one; a little after now is now, since clocks differ. Null for none, for the far past and for the future.</summary>
    public static DateTimeOffset? Plausible(DateTimeOffset? told, DateTimeOffset now)
    {
        if (told is not { } instant || instant < Earliest || instant > now + ClockSkew)
        {
            return null;
        }

        return instant > now ? now : instant;
    }
}
