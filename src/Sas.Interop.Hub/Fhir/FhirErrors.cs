using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Fhir;

/// <summary>The one table from error code to HTTP status and issue code.</summary>
internal static class FhirErrors
{
    public static (int Status, string IssueCode) ToFhir(HubErrorCode code) => code switch
    {
        HubErrorCode.VendorTimeout => (StatusCodes.Status504GatewayTimeout, "timeout"),
        HubErrorCode.VendorUnreachable or HubErrorCode.VendorFailed => (StatusCodes.Status502BadGateway, "transient"),
        HubErrorCode.VendorUntrusted or HubErrorCode.VendorRejectedCertificate or HubErrorCode.VendorAddressRefused or HubErrorCode.VendorBlocked => (StatusCodes.Status502BadGateway, "security"),
        HubErrorCode.VendorThrottled or HubErrorCode.VendorCircuitOpen or HubErrorCode.VendorLocalLimit => (StatusCodes.Status503ServiceUnavailable, "throttled"),
        HubErrorCode.VendorRejectedRequest => (StatusCodes.Status502BadGateway, "processing"),
        HubErrorCode.VendorUnknownTarget => (StatusCodes.Status502BadGateway, "not-found"),
        HubErrorCode.VendorMalformed or HubErrorCode.VendorTruncated => (StatusCodes.Status502BadGateway, "structure"),
        HubErrorCode.VendorTooLarge => (StatusCodes.Status502BadGateway, "too-long"),
        HubErrorCode.VendorInvalidValue => (StatusCodes.Status502BadGateway, "value"),
        HubErrorCode.DirectoryKeyMissing => (StatusCodes.Status500InternalServerError, "incomplete"),
        HubErrorCode.RequestInvalid => (StatusCodes.Status400BadRequest, "invalid"),
        HubErrorCode.RequestRequired => (StatusCodes.Status400BadRequest, "required"),
        HubErrorCode.RequestTooLarge => (StatusCodes.Status413PayloadTooLarge, "too-long"),
        HubErrorCode.RequestTimeout => (StatusCodes.Status408RequestTimeout, "timeout"),
        HubErrorCode.IntakeBusy => (StatusCodes.Status503ServiceUnavailable, "throttled"),
        HubErrorCode.RequestUnsupportedMediaType => (StatusCodes.Status415UnsupportedMediaType, "not-supported"),
        HubErrorCode.RequestNotAcceptable => (StatusCodes.Status406NotAcceptable, "not-supported"),
        HubErrorCode.CallerUnknown => (StatusCodes.Status401Unauthorized, "login"),
        HubErrorCode.CallerNotTrusted => (StatusCodes.Status403Forbidden, "security"),
        HubErrorCode.CallerForbidden => (StatusCodes.Status403Forbidden, "forbidden"),
        HubErrorCode.CallerThrottled => (StatusCodes.Status429TooManyRequests, "throttled"),
        HubErrorCode.NotFound => (StatusCodes.Status404NotFound, "not-found"),
        HubErrorCode.MethodNotAllowed => (StatusCodes.Status405MethodNotAllowed, "not-supported"),
        HubErrorCode.BusinessRule => (StatusCodes.Status422UnprocessableEntity, "business-rule"),
        HubErrorCode.PatientData => (StatusCodes.Status422UnprocessableEntity, "suppressed"),
        HubErrorCode.SlotTaken or HubErrorCode.Conflict => (StatusCodes.Status409Conflict, "conflict"),
        HubErrorCode.Duplicate => (StatusCodes.Status409Conflict, "duplicate"),
        HubErrorCode.PreconditionFailed => (StatusCodes.Status412PreconditionFailed, "conflict"),
        HubErrorCode.MultipleMatches => (StatusCodes.Status412PreconditionFailed, "multiple-matches"),
        HubErrorCode.IdempotencyKeyReused => (StatusCodes.Status422UnprocessableEntity, "conflict"),
        HubErrorCode.Expired => (StatusCodes.Status410Gone, "expired"),
        HubErrorCode.Busy => (StatusCodes.Status503ServiceUnavailable, "throttled"),
        HubErrorCode.StorageUnavailable => (StatusCodes.Status503ServiceUnavailable, "transient"),
        HubErrorCode.Internal => (StatusCodes.Status500InternalServerError, "exception"),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Unmapped error code."),
    };
}
