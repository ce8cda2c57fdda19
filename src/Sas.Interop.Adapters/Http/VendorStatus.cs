using System.Net;
using System.Net.Http.Headers;

using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Http;

/// <summary>The one table from HTTP status to failure, for every dialect (VENDORS §2).</summary>
internal static class VendorStatus
{
    public static HubError? ToError(HttpResponseMessage response, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        if (status is >= 200 and < 300)
        {
            return null;
        }

        var retryAfter = RetryAfter(response.Headers.RetryAfter, now);
        var code = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.ProxyAuthenticationRequired => HubErrorCode.VendorBlocked,
            HttpStatusCode.NotFound or HttpStatusCode.Gone => HubErrorCode.VendorUnknownTarget,
            HttpStatusCode.TooManyRequests => HubErrorCode.VendorThrottled,
            HttpStatusCode.RequestTimeout => HubErrorCode.VendorTimeout,
            HttpStatusCode.ServiceUnavailable when retryAfter is not null => HubErrorCode.VendorThrottled,
            _ when status >= 500 => HubErrorCode.VendorFailed,
            _ => HubErrorCode.VendorRejectedRequest,
        };
        return new HubError(code, $"Status {status}.", retryAfter);
    }

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now) => header switch
    {
        { Delta: { } delta } => delta < TimeSpan.Zero ? TimeSpan.Zero : delta,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };
}
