using System.Security.Cryptography;

using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Persistence;

/// <summary>What a guard needs of the process.</summary>
/// <param name="Time">For pauses between attempts.</param>
/// <param name="Random">At least 0, less than 1: spreads those who met, so that they do not meet again.</param>
/// <param name="Status">Is told whether the database works.</param>
internal sealed record StorageSurroundings(TimeProvider Time, Func<double> Random, StorageStatus Status)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    public static StorageSurroundings Of(TimeProvider time, StorageStatus status) =>
        new(time, static () => RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue, status);

    public static StorageSurroundings Alone() => Of(TimeProvider.System, new StorageStatus(TimeProvider.System));

    /// <summary>Waits before an attempt is made again: longer after each, and never as long as another.</summary>
    public Task PauseAsync(int attempt, CancellationToken cancellationToken)
    {
        var most = Math.Min(FirstPause.Ticks << Math.Min(attempt, 16), LongestPause.Ticks);
        return Task.Delay(TimeSpan.FromTicks((long)(most * Random())), Time, cancellationToken);
    }
}
