using System.IO.Pipelines;

using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Security.Limits;

/// <summary>
/// Refuses requests that passed a limit. A caller that passed one of its own waits for its answer, and of a large body the rest is taken at a walking pace before the connection is closed:
/// so that repeating at once, or sending all the same, brings nothing and costs the hub next to nothing.
/// </summary>
internal sealed class RefusalDesk(IRefusalAnswers answers, IOptions<LimitsOptions> options, TimeProvider time, LimitMeters meters, ILogger<RefusalDesk> logger)
{
    // What the server itself reads to keep the connection.
    private const long SmallBody = 65_536;

    // A mebibyte a second, and long enough for the largest push by default.
    private const int Walk = 65_536;
    private static readonly TimeSpan BetweenSteps = TimeSpan.FromMilliseconds(62.5);
    private static readonly TimeSpan WalkFor = TimeSpan.FromSeconds(12);
    private readonly SparseLine _line = new(time);

    /// <summary>The refusal of a hit, with when to come back.</summary>
    public static HubError ErrorOf(LimitHit hit, TimeSpan wait, long most) => hit switch
    {
        LimitHit.Rate => Caller("Too many requests", wait),
        LimitHit.Concurrency => Caller("Too many requests are under way at once", wait),
        LimitHit.Bytes => Caller("Too many bytes of bodies came lately", wait),
        LimitHit.Share => Caller($"More than {most} bytes of bodies would be under way at once", wait),
        LimitHit.Length => new HubError(HubErrorCode.RequestTooLarge, $"The body is longer than the {most} bytes that this caller may have under way at once; nothing was done."),
        LimitHit.Memory => new HubError(HubErrorCode.Busy, "There is no room for more bodies now; nothing was done. Send this request again later.", wait),
        _ => new HubError(HubErrorCode.Busy, "The hub is overloaded and does more urgent work first; nothing was done. Send this request again later.", wait),
    };

    /// <summary>Answers a refused request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="account">Who is refused.</param>
    /// <param name="hit">What was passed.</param>
    /// <param name="kind">Of which kind the request is.</param>
    /// <param name="wait">When to come back; the least is a second.</param>
    public async Task RefuseAsync(HttpContext context, CallerAccount account, LimitHit hit, WorkKind kind, TimeSpan wait)
    {
        meters.Refused(hit, kind);
        var refusal = ErrorOf(hit, wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1), account.MostBodyBytes);
        if (refusal.Code != HubErrorCode.Busy && _line.IsDue(out var count))
        {
            logger.CallerLimited(context.Caller()?.Id ?? "unknown", hit, count);
        }

        if (context.Response.HasStarted || !account.TryWait(options.Value.RefusalsWaiting))
        {
            context.Abort();
            return;
        }

        try
        {
            await AnswerAsync(context, refusal);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return; // The caller left; there is nobody to answer.
        }
        finally
        {
            account.EndWait();
        }
    }

    /// <summary>Makes a caller wait as for a refusal, without one.</summary>
    public async Task DelayAsync(HttpContext context, CallerAccount account)
    {
        if (account.TryWait(options.Value.RefusalsWaiting))
        {
            try
            {
                await Task.Delay(options.Value.RefusalPause, time, context.RequestAborted);
            }
            finally
            {
                account.EndWait();
            }
        }
    }

    private static HubError Caller(string what, TimeSpan wait) => new(HubErrorCode.CallerThrottled, $"{what} for this caller; nothing was done. Send this request again later.", wait);

    private async Task AnswerAsync(HttpContext context, HubError refusal)
    {
        if (refusal.Code == HubErrorCode.CallerThrottled)
        {
            await Task.Delay(options.Value.RefusalPause, time, context.RequestAborted);
        }

        var hasBody = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true;
        if (!hasBody || context.Request.ContentLength <= SmallBody)
        {
            await answers.WriteAsync(context, refusal);
            return;
        }

        // The server would read the whole body as fast as it comes to keep the connection, or cut it while the caller still writes and never sees why.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
        {
            bound.MaxRequestBodySize = null;
        }

        if (!HttpProtocol.IsHttp2(context.Request.Protocol))
        {
            context.Response.Headers.Connection = "close";
        }

        await answers.WriteAsync(context, refusal);
        await context.Response.CompleteAsync();
        await WalkAsync(context);
    }

    /// <summary>Takes what still comes of a body, a piece at a time; cuts the connection when it takes too long.</summary>
    private async Task WalkAsync(HttpContext context)
    {
        using var timeout = new CancellationTokenSource(WalkFor, time);
        var reader = context.Request.BodyReader;
        await using var ending = timeout.Token.UnsafeRegister(static state => (state as PipeReader)?.CancelPendingRead(), reader);
        try
        {
            while (!timeout.IsCancellationRequested)
            {
                var read = await reader.ReadAsync(context.RequestAborted);
                var isLast = read.IsCompleted && read.Buffer.Length <= Walk;
                reader.AdvanceTo(read.Buffer.Length > Walk ? read.Buffer.GetPosition(Walk) : read.Buffer.End);
                if (isLast)
                {
                    return;
                }

                await Task.Delay(BetweenSteps, time, context.RequestAborted);
            }

            context.Abort();
        }
        catch (IOException)
        {
            return; // The caller left, or sent too slowly; it has its answer.
        }
    }
}
