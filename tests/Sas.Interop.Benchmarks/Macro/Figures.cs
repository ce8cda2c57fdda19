using Sas.Interop.NationalLoad.Driving;

namespace Sas.Interop.Benchmarks.Macro;

/// <summary>Figures as text.</summary>
internal static class Figures
{
    public static string Rate(Spread rate) => string.Create(CultureInfo.InvariantCulture, $"{rate.Median:0} requests/s ({rate.Low:0}–{rate.High:0})");

    public static string Milliseconds(Spread time) => string.Create(CultureInfo.InvariantCulture, $"{time.Median:0.000} ms ({time.Low:0.000}–{time.High:0.000})");

    public static string Microseconds(Spread time) => string.Create(CultureInfo.InvariantCulture, $"{time.Median:0.000} µs");

    public static string Percentiles(LatencyHistogram latency)
    {
        static string Ms(TimeSpan time) => time.TotalMilliseconds.ToString("0.000", CultureInfo.InvariantCulture);
        return $"p50 {Ms(latency.Percentile(0.5))}, p90 {Ms(latency.Percentile(0.9))}, p99 {Ms(latency.Percentile(0.99))}, p99.9 {Ms(latency.Percentile(0.999))}, max {Ms(latency.Max)} ms";
    }

    public static string Bytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes:0} B");
}
