using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Http;

/// <summary>
/// Every call of one vendor goes through here: limits, retry, circuit, time-out, size bound, conditional requests, cached catalogues, and the table from
/// what went wrong to a <see cref="HubError"/>. Reading the body is part of the attempt, so that a truncated answer can be tried again.
/// </summary>
internal sealed class VendorHttp : IAsyncDisposable
{
    private const long CacheBytes = 16 * 1024 * 1024;
    private const int MaxRedirects = 3;
    private static readonly TimeSpan LongestHold = TimeSpan.FromHours(1);
    private readonly VendorContext _context;
    private readonly VendorReach _reach;
    private readonly VendorPipeline _pipeline;
    private readonly AnswerCache _cache = new(CacheBytes);
    private readonly IReadOnlyList<KeyValuePair<string, string>> _headers;
    private long _heldUntilTicks;

    /// <param name="context">The vendor.</param>
    /// <param name="headers">Headers of every call of this dialect.</param>
    /// <param name="roots">Roots besides that of the vendor that the dialect's own options name.</param>
    public VendorHttp(VendorContext context, IReadOnlyList<KeyValuePair<string, string>> headers, params Uri[] roots)
    {
        _context = context;
        _headers = headers;
        _reach = new VendorReach(context, roots);
        _pipeline = new VendorPipeline(context);
    }

    public async ValueTask<Outcome<T>> CallAsync<T>(
        VendorCall call,
        Func<VendorAnswer, CancellationToken, ValueTask<Outcome<T>>> read,
        CancellationToken cancellationToken)
    {
        var key = CacheKey(call);
        if (_cache.Find(key) is { } kept && kept.FreshUntil > _context.Time.GetUtcNow())
        {
            return await ReadKeptAsync(kept, read, cancellationToken);
        }

        if (Held() is { } held)
        {
            return held;
        }

        return call.Repeatable
            ? await _pipeline.ExecuteAsync(token => AttemptAsync(call, key, read, token), cancellationToken)
            : await _pipeline.ExecuteOnceAsync(token => AttemptAsync(call, key, read, token), cancellationToken);
    }

    /// <returns>Why an address that the vendor names may not be called; null when it may.</returns>
    public HubError? Refuse(Uri address) => _reach.Refuse(address);

    public ValueTask DisposeAsync() => _pipeline.DisposeAsync();

    // What writes is never answered from memory, and the tag of an earlier answer would be a condition on it.
    private static bool IsQuestion(VendorCall call) => call.Repeatable && call.Method != HttpMethod.Put && call.Method != HttpMethod.Delete;

    private static async ValueTask<Outcome<T>> ReadKeptAsync<T>(
        AnswerCache.Entry kept,
        Func<VendorAnswer, CancellationToken, ValueTask<Outcome<T>>> read,
        CancellationToken cancellationToken)
    {
        await using var body = new MemoryStream(kept.Body, writable: false);
        return await read(new VendorAnswer(body, kept.MadeAt), cancellationToken);
    }

    private static string CacheKey(VendorCall call)
    {
        var key = new StringBuilder().Append(call.Method.Method).Append(' ').Append(call.Uri.AbsoluteUri);
        if (call.Body is { } body)
        {
            key.Append(' ').Append(Convert.ToHexString(SHA256.HashData(body.Span)));
        }

        foreach (var (name, value) in call.Headers)
        {
            // Hashed, because a header may carry a secret and a key lives as long as its answer.
            key.Append(' ').Append(name).Append('=').Append(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(value))));
        }

        return key.ToString();
    }

    private HubError? Held()
    {
        var wait = new DateTimeOffset(Interlocked.Read(ref _heldUntilTicks), TimeSpan.Zero) - _context.Time.GetUtcNow();
        return wait > TimeSpan.Zero
            ? new HubError(HubErrorCode.VendorCircuitOpen, "This vendor refused or slowed the hub down; it is left alone for a while.", wait)
            : null;
    }

    private void HoldOff(HubError? error)
    {
        TimeSpan? pause = error?.Code switch
        {
            HubErrorCode.VendorBlocked => _context.Limits.BreakerPause,
            HubErrorCode.VendorThrottled => error.RetryAfter ?? _context.Limits.BreakerPause,
            _ => null,
        };
        if (pause is not { } wait)
        {
            return;
        }

        // A later and milder refusal must not shorten an earlier one.
        var until = (_context.Time.GetUtcNow() + (wait < LongestHold ? wait : LongestHold)).UtcTicks;
        var known = Interlocked.Read(ref _heldUntilTicks);
        while (until > known)
        {
            var seen = Interlocked.CompareExchange(ref _heldUntilTicks, until, known);
            if (seen == known)
            {
                return;
            }

            known = seen;
        }
    }

    private async ValueTask<Outcome<T>> AttemptAsync<T>(
        VendorCall call,
        string key,
        Func<VendorAnswer, CancellationToken, ValueTask<Outcome<T>>> read,
        CancellationToken cancellationToken)
    {
        // Another call may have been refused while this one waited for its turn or for its next attempt.
        if (Held() is { } held)
        {
            return held;
        }

        var outcome = await TimedAsync(call, key, read, cancellationToken);
        HoldOff(outcome.Error);
        return outcome;
    }

    private async ValueTask<Outcome<T>> TimedAsync<T>(
        VendorCall call,
        string key,
        Func<VendorAnswer, CancellationToken, ValueTask<Outcome<T>>> read,
        CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_context.Limits.Timeout, _context.Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await ExchangeAsync(call, key, read, linked.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new HubError(HubErrorCode.VendorTimeout, $"No complete answer within {_context.Limits.Timeout.TotalSeconds:0.###} s.");
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or InvalidDataException)
        {
            return TransportFailure.ToError(failed);
        }
        catch (JsonException malformed)
        {
            return new HubError(HubErrorCode.VendorMalformed, $"Not the expected JSON at {malformed.Path ?? "$"}, byte {malformed.BytePositionInLine}.");
        }
    }

    private async ValueTask<Outcome<T>> ExchangeAsync<T>(
        VendorCall call,
        string key,
        Func<VendorAnswer, CancellationToken, ValueTask<Outcome<T>>> read,
        CancellationToken cancellationToken)
    {
        var kept = IsQuestion(call) ? _cache.Find(key) : null;
        var sent = await SendAsync(call, kept, cancellationToken);
        if (!sent.IsSuccess)
        {
            return sent.Error;
        }

        using var response = sent.Value;
        if (response.StatusCode == HttpStatusCode.NotModified && kept is not null)
        {
            _cache.Store(kept with { FreshUntil = FreshUntil(call) });
            return await ReadKeptAsync(kept, read, cancellationToken);
        }

        if (!call.Verdicts.Contains((int)response.StatusCode) && VendorStatus.ToError(response, _context.Time.GetUtcNow()) is { } error)
        {
            return error;
        }

        var keep = IsQuestion(call) && (call.CacheFor is not null || response.Headers.ETag is not null || response.Content.Headers.LastModified is not null);
        using var copy = keep ? new MemoryStream() : null;
        await using var body = new BoundedStream(await response.Content.ReadAsStreamAsync(cancellationToken), _context.Limits.MaxBodyBytes, copy);
        var answer = new VendorAnswer(body, response.Content.Headers.LastModified) { Status = (int)response.StatusCode, Location = response.Headers.Location };
        var outcome = await read(answer, cancellationToken);
        if (!outcome.IsSuccess)
        {
            _cache.Forget(key);
            return outcome;
        }

        if (copy is not null)
        {
            // A reader may be content before the last byte; what is kept must be whole.
            await body.CopyToAsync(Stream.Null, cancellationToken);
            _cache.Store(new AnswerCache.Entry(key, copy.ToArray(), response.Headers.ETag, response.Content.Headers.LastModified, FreshUntil(call)));
        }

        return outcome;
    }

    private DateTimeOffset FreshUntil(VendorCall call) =>
        call.CacheFor is { } cacheFor ? _context.Time.GetUtcNow() + cacheFor : DateTimeOffset.MinValue;

    private async Task<Outcome<HttpResponseMessage>> SendAsync(VendorCall call, AnswerCache.Entry? kept, CancellationToken cancellationToken)
    {
        var uri = call.Uri;
        for (var redirects = 0; ; redirects++)
        {
            if (_reach.Refuse(uri) is { } refused)
            {
                return refused;
            }

            using var request = Compose(call, uri, kept);
            var response = await _context.Transport.SendAsync(request, cancellationToken);
            var next = redirects < MaxRedirects ? NextHop(call, uri, response) : null;
            if (next is null)
            {
                return response;
            }

            response.Dispose();
            uri = next;
        }
    }

    /// <summary>Where a vendor says that a page has moved to; whether the hub goes there is for <see cref="VendorReach"/> to say.</summary>
    private static Uri? NextHop(VendorCall call, Uri current, HttpResponseMessage response)
    {
        var redirected = call.Method == HttpMethod.Get
            && response.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        return redirected && response.Headers.Location is { } location && Uri.TryCreate(current, location, out var next) ? next : null;
    }

    private HttpRequestMessage Compose(VendorCall call, Uri uri, AnswerCache.Entry? kept)
    {
        var request = new HttpRequestMessage(call.Method, uri) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher };
        if (call.Body is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        // Of another origin nobody gets more than the kind of answer that is wanted: any other header may carry a secret.
        var headers = _reach.IsHome(uri) ? _headers.Concat(call.Headers) : _headers.Concat(call.Headers).Where(static header => header.Key == "Accept");
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (kept?.Tag is { } tag)
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        if (kept?.MadeAt is { } madeAt)
        {
            request.Headers.IfModifiedSince = madeAt;
        }

        return request;
    }
}
