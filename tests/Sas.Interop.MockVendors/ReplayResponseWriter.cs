using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Sas.Interop.Adapters.Replay;

namespace Sas.Interop.MockVendors;

/// <summary>Writes what a player answered to a socket, broken where it shall be.</summary>
internal static class ReplayResponseWriter
{
    private static readonly TimeSpan HangUp = TimeSpan.FromSeconds(2);
    private static readonly byte[] Garbage = Encoding.ASCII.GetBytes("x7#q]~[kfg1;./sdlv no status line here\n");
    private static readonly byte[] BadChunk = [.. "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8, .. Garbage];

    public static async Task WriteAsync(HttpContext context, ReplayResponse response, TimeProvider time, CancellationToken cancellationToken)
    {
        if (response.Delay > TimeSpan.Zero)
        {
            await Task.Delay(response.Delay, time, cancellationToken);
        }

        switch (response.Fault)
        {
            case ReplayFault.RandomDataThenClose:
                await WriteRawAsync(context, Garbage, cancellationToken);
                return;
            case ReplayFault.MalformedResponseChunk:
                await WriteRawAsync(context, BadChunk, cancellationToken);
                return;
            case not null:
                context.Abort();
                return;
            default:
                break;
        }

        Head(context, response);
        if (response.Dribble is null)
        {
            context.Response.ContentLength = response.Body.Length == 0 ? null : response.Body.Length;
            await context.Response.Body.WriteAsync(response.Body, cancellationToken);
            return;
        }

        foreach (var (part, wait) in response.Dribble.Cut(response.Body))
        {
            await Task.Delay(wait, time, cancellationToken);
            await context.Response.Body.WriteAsync(part, cancellationToken);
            await context.Response.Body.FlushAsync(cancellationToken);
        }
    }

    /// <summary>Announces the whole body, sends half of it and drops the connection.</summary>
    public static async Task WriteHalfAsync(HttpContext context, ReplayResponse response, CancellationToken cancellationToken)
    {
        Head(context, response);
        if (response.Body.Length > 0)
        {
            context.Response.ContentLength = response.Body.Length;
            await context.Response.Body.WriteAsync(response.Body[..(response.Body.Length / 2)], cancellationToken);
            await context.Response.Body.FlushAsync(cancellationToken);
            await HangUpAsync(context, cancellationToken);
        }

        context.Abort();
    }

    private static void Head(HttpContext context, ReplayResponse response)
    {
        context.Response.StatusCode = response.Status;
        if (response.StatusMessage is { } message)
        {
            context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = message;
        }

        foreach (var (name, value) in response.Headers)
        {
            context.Response.Headers.Append(name, value);
        }
    }

    private static async Task WriteRawAsync(HttpContext context, byte[] bytes, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IConnectionTransportFeature>() is { } connection)
        {
            await connection.Transport.Output.WriteAsync(bytes, cancellationToken);
            await HangUpAsync(context, cancellationToken);
        }

        context.Abort();
    }

    /// <summary>An abort at once would throw the bytes away, so the output ends first and the caller hangs up, or patience ends.</summary>
    private static async Task HangUpAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IConnectionTransportFeature>() is { } connection)
        {
            await connection.Transport.Output.CompleteAsync();
            var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = context.RequestAborted.Register(() => closed.TrySetResult());
            await Task.WhenAny(closed.Task, Task.Delay(HangUp, TimeProvider.System, cancellationToken));
        }
    }
}
