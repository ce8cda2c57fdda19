using System.Security.Authentication;

using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Http;

/// <summary>The one table from what went wrong on the way to a <see cref="HubError"/>. Nothing that the other side wrote is repeated.</summary>
internal static class TransportFailure
{
    // What a peer says of our certificate comes as an alert of TLS (RFC 8446 §6.2); only its name reaches us, inside the text of the platform's error.
    private static readonly string[] Alerts =
    [
        "certificate required", "bad certificate", "unsupported certificate", "certificate revoked", "certificate expired", "certificate unknown", "unknown ca", "access denied",
    ];

    public static HubError ToError(Exception failed)
    {
        for (var cause = failed; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case UntrustedPeerException untrusted:
                    return new HubError(HubErrorCode.VendorUntrusted, untrusted.Message);
                case RefusedCertificateException shown:
                    return new HubError(HubErrorCode.VendorRejectedCertificate, shown.Message);
                case RefusedAddressException refused:
                    return new HubError(HubErrorCode.VendorAddressRefused, refused.Message);
                case BodyTooLargeException tooLarge:
                    return new HubError(HubErrorCode.VendorTooLarge, tooLarge.Message);
            }

            if (AlertOf(cause) is { } alert)
            {
                return new HubError(
                    HubErrorCode.VendorRejectedCertificate,
                    $"The other side refuses the hub's client certificate ({alert}): look whether one is configured, is in time, and is registered there.");
            }
        }

        return failed switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => new(HubErrorCode.VendorTruncated, "The connection ended before the answer did."),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new(
                HubErrorCode.VendorUnreachable,
                "No secure connection (SecureConnectionError): no common TLS version (1.2 or 1.3) or cipher, no TLS at all, or a client certificate is asked for."),
            HttpRequestException request => new(HubErrorCode.VendorUnreachable, $"No connection ({request.HttpRequestError})."),
            InvalidDataException => new(HubErrorCode.VendorMalformed, "The answer's compression is damaged."),
            _ => new(HubErrorCode.VendorTruncated, "The connection broke while the answer was read."),
        };
    }

    private static string? AlertOf(Exception cause) => cause is HttpRequestException or AuthenticationException { InnerException: not null }
        ? null
        : Alerts.FirstOrDefault(alert => cause.Message.Contains("alert " + alert, StringComparison.OrdinalIgnoreCase));
}
