using System.Runtime.InteropServices;

namespace Sas.Interop.Hub.Security.Limits;

/// <summary>Priorities of threads. On Linux the runtime's own setting does nothing, so the system is asked: a thread may always be made less urgent.</summary>
internal static class ThreadPriorities
{
    /// <summary>
    /// A tenth of the processor beside a thread of the usual priority (nice 10). Not the least that the system knows: whoever waits for such a thread, as the collector does before it
    /// begins, would wait for a long time where other programs keep the processors busy.
    /// </summary>
    public const int Low = 10;

    private const int OfThread = 0;
    private const int ThisThread = 0;

    /// <returns>Whether the system did it; if not, the thread runs as every other.</returns>
    public static bool LowerThisThread()
    {
        Thread.CurrentThread.Priority = ThreadPriority.Lowest;
        return !OperatingSystem.IsLinux() || SetPriority(OfThread, ThisThread, Low) == 0;
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int nice);
}
