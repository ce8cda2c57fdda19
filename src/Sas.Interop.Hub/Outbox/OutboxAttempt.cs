using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Outbox;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Outbox;

/// <summary>Makes one attempt with one message, and writes down what became of it.</summary>
internal sealed class OutboxAttempt(OutboxStore store, OutboxMeters meters, OutboxRandomness randomness, TimeProvider time, ILogger<OutboxAttempt> logger)
{
    // A clock that was put forward must not give up what was hardly tried.
    private const int FewestAttempts = 5;
    private static readonly TimeSpan UntilDatabase = TimeSpan.FromSeconds(1);

    public async Task RunAsync(OutboxDestination destination, IOutboxChannel channel, OutboxLetter letter, CancellationToken stopping)
    {
        using var activity = HubActivities.StartDelivery(destination.Name, letter.Trace);
        try
        {
            var since = time.GetTimestamp();
            var verdict = await SendAsync(destination, channel, letter, stopping);
            meters.Ended(destination.Name, verdict.End, time.GetElapsedTime(since));
            await SettleAsync(destination, letter, verdict, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await ReleaseAsync(letter);
        }
    }

    private async Task<DeliveryVerdict> SendAsync(OutboxDestination destination, IOutboxChannel channel, OutboxLetter letter, CancellationToken stopping)
    {
        using var timeout = new CancellationTokenSource(destination.Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stopping);
        try
        {
            return channel.SkipsOvertaken && letter.ReplayedAt is not null && await store.IsOvertakenAsync(letter, linked.Token)
                ? DeliveryVerdict.Overtaken
                : await channel.SendAsync(destination, letter, linked.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            return DeliveryVerdict.Failed("no answer in time");
        }
        catch (StorageUnavailableException)
        {
            return DeliveryVerdict.Failed("the database could not be read");
        }
    }

    /// <summary>Writes the end down, for as long as it takes: what was delivered and is not forgotten is delivered again.</summary>
    private async Task SettleAsync(OutboxDestination destination, OutboxLetter letter, DeliveryVerdict verdict, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await WriteAsync(destination, letter, verdict, stopping);
                return;
            }
            catch (StorageUnavailableException)
            {
                await Task.Delay(UntilDatabase, time, stopping);
            }
        }
    }

    private async Task WriteAsync(OutboxDestination destination, OutboxLetter letter, DeliveryVerdict verdict, CancellationToken stopping)
    {
        switch (verdict.End)
        {
            case DeliveryEnd.Overtaken:
                logger.Overtaken(destination.Name, letter.Kind, letter.Stream, letter.Number);
                await store.RemoveAsync(letter, stopping);
                return;
            case DeliveryEnd.Delivered:
                await store.RemoveAsync(letter, stopping);
                return;
            case DeliveryEnd.Refused:
            case DeliveryEnd.Failed when IsTooOld(destination, letter):
                if (await store.BuryAsync(letter, verdict.Cause, stopping) > 0)
                {
                    logger.GivenUp(destination.Name, letter.Kind, letter.Stream, letter.Number, letter.Attempts + 1, verdict.Cause, letter.Id);
                }

                return;
            default:
                var due = time.GetUtcNow() + Pause(destination, letter, verdict);
                if (await store.PostponeAsync(letter, due, verdict.Cause, stopping) > 0)
                {
                    logger.Failed(letter.Attempts + 1, destination.Name, letter.Kind, letter.Stream, letter.Number, verdict.Cause, due);
                }

                return;
        }
    }

    private bool IsTooOld(OutboxDestination destination, OutboxLetter letter) =>
        letter.Attempts + 1 >= FewestAttempts && time.GetUtcNow() - (letter.ReplayedAt ?? letter.CreatedAt) >= destination.GiveUpAfter;

    private TimeSpan Pause(OutboxDestination destination, OutboxLetter letter, DeliveryVerdict verdict)
    {
        var own = BackOff.After(letter.Attempts + 1, destination.BackOffFrom, destination.BackOffTo, randomness.Next());
        return verdict.RetryAfter is { } wanted && wanted > own ? wanted < destination.BackOffTo ? wanted : destination.BackOffTo : own;
    }

    private async Task ReleaseAsync(OutboxLetter letter)
    {
        try
        {
            await store.ReleaseAsync(letter, CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            // Told by the guard. The lease ends by itself.
        }
    }
}
