using System.Collections.Concurrent;
using System.Net;

using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Outbox;

/// <summary>Calls receivers: a pool of connections for each destination, no redirect followed, nothing sent but what the channel made.</summary>
internal sealed class OutboxHttp(TimeProvider time) : IDisposable
{
    private const HttpStatusCode TooEarly = (HttpStatusCode)425;
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, HttpMessageInvoker> _pools = new(StringComparer.Ordinal);

    /// <summary>Makes one call, and reads nothing of the answer but its status and when to come back.</summary>
    public async Task<DeliveryVerdict> SendAsync(OutboxDestination destination, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _pools.GetOrAdd(destination.Name, static (_, to) => Open(to), destination).SendAsync(request, cancellationToken);
            return Judge(response);
        }
        catch (HttpRequestException failed)
        {
            return DeliveryVerdict.Failed($"connection: {failed.HttpRequestError}");
        }
        catch (IOException)
        {
            return DeliveryVerdict.Failed("connection: broken");
        }
    }

    public void Dispose()
    {
        foreach (var pool in _pools.Values)
        {
            pool.Dispose();
        }
    }

    private DeliveryVerdict Judge(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var cause = $"status {status}";
        return response.StatusCode switch
        {
            _ when status is >= 200 and < 300 => DeliveryVerdict.Delivered,
            HttpStatusCode.RequestTimeout or TooEarly or HttpStatusCode.TooManyRequests => DeliveryVerdict.Failed(cause, RetryAfter(response)),
            _ when status is >= 400 and < 500 => DeliveryVerdict.Refused(cause),
            _ => DeliveryVerdict.Failed(cause, RetryAfter(response)),
        };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - time.GetUtcNow() : null;

    private static HttpMessageInvoker Open(OutboxDestination destination) => new(
        new TraceHandler(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            Credentials = null,
            DefaultProxyCredentials = null,
            PreAuthenticate = false,
            MaxConnectionsPerServer = destination.Concurrency,
            ConnectTimeout = destination.Timeout < LongestConnect ? destination.Timeout : LongestConnect,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            MaxResponseHeadersLength = 64,
            MaxResponseDrainSize = 64 * 1024,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            ActivityHeadersPropagator = null,
        }),
        disposeHandler: true);
}
