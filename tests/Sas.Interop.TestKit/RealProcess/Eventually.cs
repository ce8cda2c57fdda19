namespace Sas.Interop.TestKit.RealProcess;

/// <summary>Waits for what another process does in its own time.</summary>
public static class Eventually
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(40);

    /// <summary>Looks again and again until there is something.</summary>
    /// <param name="look">Gives what is waited for, or null.</param>
    /// <param name="what">What is waited for, for the message.</param>
    /// <param name="within">How long at most.</param>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> look, string what, TimeSpan? within = null)
        where T : class
    {
        var time = TimeProvider.System;
        var since = time.GetTimestamp();
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            if (time.GetElapsedTime(since) > (within ?? Patience))
            {
                throw new TimeoutException($"Waited in vain for: {what}.");
            }

            await Task.Delay(Look, time, CancellationToken.None);
        }
    }

    public static Task TrueAsync(Func<Task<bool>> look, string what, TimeSpan? within = null) =>
        GetAsync(async () => await look() ? what : null, what, within);

    public static Task TrueAsync(Func<bool> look, string what, TimeSpan? within = null) =>
        GetAsync(() => Task.FromResult(look() ? what : null), what, within);
}
