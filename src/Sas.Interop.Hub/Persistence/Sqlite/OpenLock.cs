namespace Sas.Interop.Hub.Persistence.Sqlite;

/// <summary>Lets one process at a time bring a database to the present model. The system frees the lock when its holder dies.</summary>
internal static class OpenLock
{
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int WouldBlock = 11;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <returns>The lock until it is disposed of; null when another held it all the time.</returns>
    /// <exception cref="IOException">The lock file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file may not be written.</exception>
    public static async Task<IDisposable?> TakeAsync(string path, TimeSpan within, TimeProvider time, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException taken) when (taken.HResult is SharingViolation or WouldBlock)
            {
                if (time.GetElapsedTime(since) >= within)
                {
                    return null;
                }
            }

            await Task.Delay(Look, time, cancellationToken);
        }
    }
}
