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
    private static readonly TimeSpan EarlyTimer = TimeSpan.FromMilliseconds(50);
    private readonly ResiliencePipeline _once;
    private readonly ResiliencePipeline _repeated;
    private readonly CallPace _pace;
    private readonly ConcurrencyLimiter _concurrency;
    private readonly int _breakerFailures;
    private int _failuresInARow;

    public VendorPipeline(VendorContext context)
    {
        var limits = context.Limits;
        _pace = new CallPace(limits.RequestsPerSecond, QueueLimit, context.Time);
        _concurrency = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = limits.Concurrency, QueueLimit = QueueLimit });
        _breakerFailures = limits.BreakerFailures;
        _once = BuildCircuit(context);
        _repeated = limits.Retries > 0 ? BuildRetry(context, _once) : _once;
    }

    /// <summary>Runs an attempt that may be made again after a transient failure.</summary>
    public ValueTask<Outcome<T>> ExecuteAsync<T>(Func<CancellationToken, ValueTask<Outcome<T>>> attempt, CancellationToken cancellationToken) =>
        RunAsync(_repeated, attempt, cancellationToken);

    /// <summary>Runs an attempt that must not be made twice, under the same circuit and limits.</summary>
    public ValueTask<Outcome<T>> ExecuteOnceAsync<T>(Func<CancellationToken, ValueTask<Outcome<T>>> attempt, CancellationToken cancellationToken) =>
        RunAsync(_once, attempt, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _pace.Dispose();
        await _concurrency.DisposeAsync();
    }

    /// <summary>A failure that another attempt may mend, and that the vendor did not ask to leave alone for longer than a call can wait.</summary>
    internal static bool IsTransient(HubError error) => error.Code switch
    {
        HubErrorCode.VendorTimeout or HubErrorCode.VendorUnreachable or HubErrorCode.VendorFailed or HubErrorCode.VendorTruncated =>
            error.RetryAfter is not { } wait || wait <= LongestRetryWait,
        HubErrorCode.VendorThrottled => error.RetryAfter is { } wait && wait <= LongestRetryWait,
        _ => false,
    };

    private static ResiliencePipeline BuildRetry(VendorContext context, ResiliencePipeline inner) =>
        new ResiliencePipelineBuilder { TimeProvider = context.Time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = context.Limits.Retries,
                ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Result is IOutcome { Error: { } error } && IsTransient(error)),
                DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(
                    Delay((args.Outcome.Result as IOutcome)?.Error?.RetryAfter, args.AttemptNumber, context.Jitter())),
            })
            .AddPipeline(inner)
            .Build();

    private static TimeSpan Delay(TimeSpan? asked, int attempt, double jitter)
    {
        var step = TimeSpan.FromMilliseconds(250 * Math.Pow(2, attempt) * (0.5 + jitter));

        // A little later than asked: timers may fire early by some milliseconds.
        return asked is { } wait && wait + EarlyTimer > step ? wait + EarlyTimer + TimeSpan.FromMilliseconds(250 * jitter) : step;
    }

    private static bool IsOutage(HubError error) => error.Code
        is HubErrorCode.VendorTimeout
        or HubErrorCode.VendorUnreachable
        or HubErrorCode.VendorFailed
        or HubErrorCode.VendorTruncated
        or HubErrorCode.VendorThrottled
        or HubErrorCode.VendorBlocked
        or HubErrorCode.VendorUntrusted
        or HubErrorCode.VendorRejectedCertificate
        or HubErrorCode.VendorMalformed;

    private static async ValueTask<Outcome<T>> RefuseWhenOpenAsync<T>(Func<ValueTask<Outcome<T>>> call)
    {
        try
        {
            return await call();
        }
        catch (BrokenCircuitException broken)
        {
            return new HubError(HubErrorCode.VendorCircuitOpen, "The circuit of this vendor is open.", broken.RetryAfter);
        }
    }

    /// <summary>
    /// Polly's circuit opens by a ratio over a sampling time; the limit of the contract is failures in a row. So the run is counted here, and Polly is told of a
    /// failure only from the one on that ends the patience; a day of sampling keeps slow poll rhythms from slipping through.
    /// </summary>
    private ResiliencePipeline BuildCircuit(VendorContext context) =>
        new ResiliencePipelineBuilder { TimeProvider = context.Time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0,
                MinimumThroughput = 2,
                SamplingDuration = TimeSpan.FromDays(1),
                BreakDuration = context.Limits.BreakerPause,
                ShouldHandle = args => ValueTask.FromResult(
                    Volatile.Read(ref _failuresInARow) >= _breakerFailures
                    && (args.Outcome.Exception is not null || (args.Outcome.Result is IOutcome { Error: { } error } && IsOutage(error)))),
            })
            .Build();

    private ValueTask<Outcome<T>> RunAsync<T>(
        ResiliencePipeline pipeline,
        Func<CancellationToken, ValueTask<Outcome<T>>> attempt,
        CancellationToken cancellationToken) =>
        RefuseWhenOpenAsync(() => pipeline.ExecuteAsync(token => LimitedAsync(attempt, token), cancellationToken));

    private async ValueTask<Outcome<T>> LimitedAsync<T>(Func<CancellationToken, ValueTask<Outcome<T>>> attempt, CancellationToken cancellationToken)
    {
        using var slot = await _concurrency.AcquireAsync(1, cancellationToken);
        if (!slot.IsAcquired)
        {
            return new HubError(HubErrorCode.VendorLocalLimit, "Too many calls of this vendor are waiting.");
        }

        if (!await _pace.TakeAsync(cancellationToken))
        {
            return new HubError(HubErrorCode.VendorLocalLimit, "Too many calls of this vendor are waiting for its rate limit.");
        }

        var outcome = await attempt(cancellationToken);
        Count(outcome.Error);
        return outcome;
    }

    private void Count(HubError? error)
    {
        if (error is not null && IsOutage(error))
        {
            Interlocked.Increment(ref _failuresInARow);
        }
        else if (error?.Code != HubErrorCode.VendorCircuitOpen)
        {
            Interlocked.Exchange(ref _failuresInARow, 0);
        }
    }
}
