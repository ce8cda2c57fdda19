using System.Threading.RateLimiting;

using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Adapters.Http;

// Inside the namespace, so that Outcome<T> is the hub's and not Polly's.
using Sas.Interop.Contracts.Errors;

/// <summary>Retry with jitter around a circuit breaker around the vendor's own limits. One instance a vendor: nothing is shared between vendors.</summary>
internal sealed class VendorPipeline : IAsyncDisposable
{
    /// <summary>A longer wait asked by the vendor is left to the poll's own rhythm.</summary>
    public static readonly TimeSpan LongestRetryWait = TimeSpan.FromSeconds(10);

    private const int QueueLimit = 512;
    private readonly ResiliencePipeline _pipeline;
    private readonly TokenBucketRateLimiter _rate;
    private readonly ConcurrencyLimiter _concurrency;

    public VendorPipeline(VendorContext context)
    {
        var limits = context.Limits;
        _rate = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(1, (int)Math.Ceiling(limits.RequestsPerSecond)),
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1 / limits.RequestsPerSecond),
            QueueLimit = QueueLimit,
            AutoReplenishment = true,
        });
        _concurrency = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = limits.Concurrency, QueueLimit = QueueLimit });
        _pipeline = Build(context);
    }

    public async ValueTask<Outcome<T>> ExecuteAsync<T>(Func<CancellationToken, ValueTask<Outcome<T>>> attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(token => LimitedAsync(attempt, token), cancellationToken);
        }
        catch (BrokenCircuitException broken)
        {
            return new HubError(HubErrorCode.VendorCircuitOpen, "The circuit of this vendor is open.", broken.RetryAfter);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _rate.DisposeAsync();
        await _concurrency.DisposeAsync();
    }

    internal static bool IsTransient(HubError error) => error.Code switch
    {
        HubErrorCode.VendorTimeout or HubErrorCode.VendorUnreachable or HubErrorCode.VendorFailed or HubErrorCode.VendorTruncated => true,
        HubErrorCode.VendorThrottled => error.RetryAfter is { } wait && wait <= LongestRetryWait,
        _ => false,
    };

    private static ResiliencePipeline Build(VendorContext context)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = context.Time };
        if (context.Limits.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = context.Limits.Retries,
                ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Result is IOutcome { Error: { } error } && IsTransient(error)),
                DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(
                    Delay((args.Outcome.Result as IOutcome)?.Error?.RetryAfter, args.AttemptNumber, context.Jitter())),
            });
        }

        return builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 1,
                MinimumThroughput = Math.Max(2, context.Limits.BreakerFailures),
                SamplingDuration = TimeSpan.FromMinutes(2),
                BreakDuration = context.Limits.BreakerPause,
                ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Result is IOutcome { Error: { } error } && IsOutage(error)),
            })
            .Build();
    }

    private static TimeSpan Delay(TimeSpan? asked, int attempt, double jitter)
    {
        var step = TimeSpan.FromMilliseconds(250 * Math.Pow(2, attempt) * (0.5 + jitter));
        return asked is { } wait && wait > step ? wait + TimeSpan.FromMilliseconds(250 * jitter) : step;
    }

    private static bool IsOutage(HubError error) => error.Code
        is HubErrorCode.VendorTimeout
        or HubErrorCode.VendorUnreachable
        or HubErrorCode.VendorFailed
        or HubErrorCode.VendorTruncated
        or HubErrorCode.VendorThrottled
        or HubErrorCode.VendorBlocked
        or HubErrorCode.VendorMalformed;

    private async ValueTask<Outcome<T>> LimitedAsync<T>(Func<CancellationToken, ValueTask<Outcome<T>>> attempt, CancellationToken cancellationToken)
    {
        using var slot = await _concurrency.AcquireAsync(1, cancellationToken);
        if (!slot.IsAcquired)
        {
            return new HubError(HubErrorCode.VendorLocalLimit, "Too many calls of this vendor are waiting.");
        }

        using var token = await _rate.AcquireAsync(1, cancellationToken);
        return token.IsAcquired
            ? await attempt(cancellationToken)
            : new HubError(HubErrorCode.VendorLocalLimit, "Too many calls of this vendor are waiting for its rate limit.");
    }
}
