using Sas.Interop.Hub.Configuration.Source;
using Sas.Interop.Hub.Security.Limits;

namespace Sas.Interop.Hub.Configuration.Trust;

/// <summary>Reads <c>limits</c> of a caller: what it may do at most, where that is another than its role's.</summary>
internal static class CallerLimitsSection
{
    private const string Section = "limits";
    private static readonly NumberRule Rate = new(Section, "requestsPerSecond", 0, 0.01, 1_000_000) { Whole = false };
    private static readonly NumberRule Burst = new(Section, "burst", 0, 1, 1_000_000);
    private static readonly NumberRule Concurrency = new(Section, "concurrency", 0, 1, 100_000);
    private static readonly NumberRule ByteRate = new(Section, "bytesPerSecond", 0, 1_024, 1_000_000_000);
    private static readonly NumberRule BytesBurst = new(Section, "bytesBurst", 0, 65_536, 10_000_000_000);
    private static readonly NumberRule BodyBytes = new(Section, "bodyBytes", 0, 65_536, 10_000_000_000);

    /// <returns>Null when the entry has none.</returns>
    public static CallerLimits? Read(ObjectReader entry)
    {
        if (entry.Section(Section) is not { } limits)
        {
            return null;
        }

        var read = new CallerLimits
        {
            RequestsPerSecond = Number(limits, Rate),
            Burst = (int?)Number(limits, Burst),
            Concurrency = (int?)Number(limits, Concurrency),
            BytesPerSecond = (long?)Number(limits, ByteRate),
            BytesBurst = (long?)Number(limits, BytesBurst),
            BodyBytes = (long?)Number(limits, BodyBytes),
        };
        limits.Close();
        return read;
    }

    private static double? Number(ObjectReader limits, NumberRule rule)
    {
        var given = limits.At.Find(rule.Name) is not null;
        var number = limits.Number(rule, rule.Default);
        return given ? number : null;
    }
}
