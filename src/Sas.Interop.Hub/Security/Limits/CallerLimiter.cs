using System.IO.Pipelines;

using Microsoft.AspNetCore.Http.Features;

using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Security.Limits;

/// <summary>
/// Stands between who calls and what it may: lets a request in when the caller's own limits and the hub's load allow it. A search passes without a lock, and without memory where it is answered at once.
/// </summary>
internal sealed class CallerLimiter(RequestDelegate next, CallerAccounts accounts, OverloadGauge gauge, UploadMemory uploads, RefusalDesk desk)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(5);

    public Task InvokeAsync(HttpContext context)
    {
        var caller = context.Caller();
        var kind = WorkKinds.Of(context, caller);
        var account = caller is null ? accounts.Of(context.Connection.RemoteIpAddress) : accounts.Of(caller);
        var hit = account.Enter(out var wait);
        if (kind == WorkKind.Health)
        {
            return HealthAsync(context, account, hit);
        }

        if (hit != LimitHit.None)
        {
            return desk.RefuseAsync(context, account, hit, kind, wait);
        }

        if (!gauge.TryEnter(kind))
        {
            account.Leave();
            return desk.RefuseAsync(context, account, LimitHit.Overload, kind, Later);
        }

        if (kind == WorkKind.Heavy || context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true)
        {
            return UploadAsync(context, account, kind);
        }

        Task answered;
        try
        {
            // Aside from searches, what only reads goes aside as well; what writes does not, or it would hold the one writer of a database and get no processor.
            answered = kind == WorkKind.Aside && caller is not null && WorkKinds.IsReading(context) ? AsideAsync(context, account) : next(context);
        }
        catch
        {
            Leave(account);
            throw;
        }

        if (answered.IsCompletedSuccessfully)
        {
            Leave(account);
            return Task.CompletedTask;
        }

        return EndAsync(answered, account);
    }

    private async Task EndAsync(Task answered, CallerAccount account)
    {
        try
        {
            await answered;
        }
        finally
        {
            Leave(account);
        }
    }

    /// <summary>Whoever asks after the hub's health oftener than it may is answered later, and never refused.</summary>
    private async Task HealthAsync(HttpContext context, CallerAccount account, LimitHit hit)
    {
        if (hit == LimitHit.None)
        {
            account.Leave();
        }
        else
        {
            await desk.DelayAsync(context, account);
        }

        await next(context);
    }

    private async Task UploadAsync(HttpContext context, CallerAccount account, WorkKind kind)
    {
        var (hit, wait) = (LimitHit.None, Soon);
        try
        {
            var announced = context.Request.ContentLength;
            if (announced > account.MostBodyBytes)
            {
                hit = LimitHit.Length;
            }
            else if (!account.TryBegin(announced ?? 0, out wait))
            {
                hit = LimitHit.Bytes;
            }
            else
            {
                hit = await MeterAsync(context, account, kind);
                wait = Soon;
            }
        }
        finally
        {
            Leave(account);
        }

        if (hit != LimitHit.None)
        {
            await desk.RefuseAsync(context, account, hit, kind, wait);
        }
    }

    private async Task<LimitHit> MeterAsync(HttpContext context, CallerAccount account, WorkKind kind)
    {
        var (unmetered, stream) = (context.Features.Get<IRequestBodyPipeFeature>(), context.Request.Body);
        var body = new MeteredBody(context.Request.BodyReader, account, uploads);
        try
        {
            if (body.Begin(context.Request.ContentLength) is var hit and not LimitHit.None)
            {
                return hit;
            }

            context.Features.Set<IRequestBodyPipeFeature>(new MeteredFeature(body));
            context.Request.Body = body.AsStream(leaveOpen: true);
            await (kind == WorkKind.Heavy || (kind == WorkKind.Aside && WorkKinds.IsReading(context)) ? AsideAsync(context, account) : next(context));
            return LimitHit.None;
        }
        catch (UploadRefusedException refused)
        {
            return refused.Hit;
        }
        finally
        {
            body.End();

            // The rest of a refused body is read by its own reader.
            context.Request.Body = stream;
            context.Features.Set(unmetered);
        }
    }

    /// <summary>Does the work on the caller's lane: all that awaits in it goes on there.</summary>
    private Task AsideAsync(HttpContext context, CallerAccount account) =>
        Task.Factory.StartNew(
            static state => state is (RequestDelegate work, HttpContext request) ? work(request) : throw new ArgumentException("No request.", nameof(state)),
            (next, context),
            context.RequestAborted,
            TaskCreationOptions.DenyChildAttach,
            account.Lane).Unwrap();

    private void Leave(CallerAccount account)
    {
        gauge.Leave();
        account.Leave();
    }

    private sealed class MeteredFeature(PipeReader reader) : IRequestBodyPipeFeature
    {
        public PipeReader Reader { get; } = reader;
    }
}
