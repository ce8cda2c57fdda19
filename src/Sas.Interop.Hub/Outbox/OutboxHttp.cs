using System.Collections.Concurrent;
using System.Net;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Outbox;

/// <summary>Calls receivers: a pool of connections for each destination, no redirect followed, nothing sent but what the channel made.</summary>
internal sealed class OutboxHttp(TimeProvider time, ILogger<OutboxHttp> logger) : IDisposable
{
    private const HttpStatusCode TooEarly = (HttpStatusCode)425;
    private readonly ConcurrentDictionary<string, OutboxTrust> _pools = new(StringComparer.Ordinal);

    /// <summary>Makes one call, and reads nothing of the answer but its status and when to come back.</summary>
    public async Task<DeliveryVerdict> SendAsync(OutboxDestination destination, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var pool = _pools.GetOrAdd(destination.Name, static (_, known) => new OutboxTrust(known.Destination, known.Time, known.Logger), (Destination: destination, Time: time, Logger: logger));
            if (pool.Current() is not { } connections)
            {
                return DeliveryVerdict.Failed("connection: the certificates of the settings cannot be read");
            }

            using var response = await connections.SendAsync(request, cancellationToken);
            return Judge(response);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException)
        {
            return DeliveryVerdict.Failed($"connection: {CauseOf(failed)}");
        }
    }

    public void Dispose()
    {
        foreach (var pool in _pools.Values)
        {
            pool.Dispose();
        }
    }

    private static string CauseOf(Exception failed) => TransportFailure.ToError(failed) switch
    {
        { Code: HubErrorCode.VendorUntrusted or HubErrorCode.VendorRejectedCertificate } trust => trust.Detail,
        _ => failed is HttpRequestException request ? request.HttpRequestError.ToString() : "broken",
    };

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
}
