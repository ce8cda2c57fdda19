using Microsoft.AspNetCore.Http.Features;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Security.Audit;

namespace Sas.Interop.Hub.Audit.Calls;

/// <summary>
/// Audits calls. Stands outside of whatever gives failures their form, so that it sees the answer that the caller gets. The answer to a write is held back,
/// whole, until its record is on disk: so nothing is acknowledged that the audit does not tell of.
/// </summary>
internal sealed class AuditedCalls(RequestDelegate next, IAuditTrail trail, IRefusalAnswers answers, TimeProvider time)
{
    // As some web servers log a caller that left before it had its answer.
    private const int CallerLeft = 499;
    private const string Sentence = "The audit cannot be kept now. The change may or may not have been kept; send it again later, that is safe.";
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(5);

    public Task InvokeAsync(HttpContext context) => CallRule.MayChange(context) ? HoldAsync(context) : PassAsync(context);

    private async Task PassAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception failed) when (!context.RequestAborted.IsCancellationRequested)
        {
            TakeFailure(context, failed);
            throw;
        }

        if (CallRule.IsRefusedRead(context))
        {
            trail.Take(CallEntry.Of(context, time.GetUtcNow(), context.Response.StatusCode));
        }
    }

    private async Task HoldAsync(HttpContext context)
    {
        var real = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var bytes = new MemoryStream();
        var held = new StreamResponseBodyFeature(bytes);
        context.Features.Set<IHttpResponseBodyFeature>(held);
        try
        {
            await next(context);
            await JudgeAsync(context, held, bytes);
            await held.CompleteAsync();
        }
        catch (Exception failed)
        {
            if (context.RequestAborted.IsCancellationRequested)
            {
                await KeepLeftAsync(context);
            }
            else
            {
                TakeFailure(context, failed);
            }

            throw;
        }
        finally
        {
            context.Features.Set(real);
            held.Dispose();
        }

        if (bytes.Length > 0)
        {
            bytes.Position = 0;
            await bytes.CopyToAsync(real.Stream, context.RequestAborted);
        }
    }

    /// <summary>Keeps the record; when that fails, the answer becomes another one.</summary>
    private async Task JudgeAsync(HttpContext context, StreamResponseBodyFeature held, MemoryStream bytes)
    {
        await held.Writer.FlushAsync(CancellationToken.None);
        if (context.RequestAborted.IsCancellationRequested && bytes.Length == 0)
        {
            await KeepLeftAsync(context);
            return;
        }

        var entry = CallEntry.Of(context, time.GetUtcNow(), context.Response.StatusCode);
        if (!CallRule.HasChanged(context))
        {
            if (entry.Status >= StatusCodes.Status400BadRequest)
            {
                trail.Take(entry);
            }
        }
        else if (!await trail.KeepAsync(entry))
        {
            // Told as soon as it can be: what the caller cannot know, the audit does not know either.
            trail.Take(entry with { Status = StatusCodes.Status503ServiceUnavailable, Refusal = "transient", Detail = "The record of a change could not be kept in time; the caller was told that it may or may not have been kept." });
            context.Response.Clear();
            await answers.WriteAsync(context, new HubError(HubErrorCode.StorageUnavailable, Sentence, ComeBack));
        }
    }

    /// <summary>Nobody gets an answer, and what was done by then may have been kept.</summary>
    private Task<bool> KeepLeftAsync(HttpContext context) => trail.KeepAsync(CallEntry.Of(context, time.GetUtcNow(), CallerLeft));

    private void TakeFailure(HttpContext context, Exception failed) =>
        trail.Take(CallEntry.Of(context, time.GetUtcNow(), failed is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError));
}
