using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Sas.Interop.NationalLoad.Driving;

/// <summary>
/// Waits until an instant to within a few microseconds. The waits of the framework are counted in milliseconds, which is longer than an answer takes:
/// with them the client, and not the server, would decide the percentiles.
/// </summary>
internal static class Pause
{
    private static readonly long SpinTicks = Stopwatch.Frequency * 60 / 1_000_000;

    /// <param name="timestamp">As of <see cref="Stopwatch.GetTimestamp"/>.</param>
    public static void Until(long timestamp)
    {
        for (var left = timestamp - Stopwatch.GetTimestamp(); left > 0; left = timestamp - Stopwatch.GetTimestamp())
        {
            if (left > SpinTicks)
            {
                Sleep(Stopwatch.GetElapsedTime(0, left - SpinTicks));
            }
            else
            {
                Thread.SpinWait(10);
            }
        }
    }

    private static void Sleep(TimeSpan duration)
    {
        if (OperatingSystem.IsLinux())
        {
            var request = new Timespec { Seconds = (nint)(duration.Ticks / TimeSpan.TicksPerSecond), Nanoseconds = (nint)(duration.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick) };
            _ = NativeSleep(in request, 0);
        }
        else
        {
            Thread.SpinWait(100);
        }
    }

    [DllImport("libc", EntryPoint = "nanosleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NativeSleep(in Timespec request, nint remaining);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
