namespace Sas.Interop.Contracts.Errors;

/// <summary>The closed list of what can go wrong outside the hub's own code: at a vendor, in what a vendor sent, or in what a caller asked.</summary>
public enum HubErrorCode
{
    /// <summary>No answer within the time allowed for the call.</summary>
    VendorTimeout,

    /// <summary>The connection could not be made, or was reset before a complete answer.</summary>
    VendorUnreachable,

    /// <summary>The vendor refused the client: 401, 403, a challenge or a waiting-room page (HTML where JSON is due).</summary>
    VendorBlocked,

    /// <summary>The vendor asked for a slower rhythm: 429, or 503 with <c>Retry-After</c>.</summary>
    VendorThrottled,

    /// <summary>The vendor failed: 5xx without a request to slow down.</summary>
    VendorFailed,

    /// <summary>The vendor refused the request as wrong: 400 and every other 4xx not named here. A configuration fault, never retried.</summary>
    VendorRejectedRequest,

    /// <summary>What the directory points to is unknown to the vendor, or removed: 404, 410.</summary>
    VendorUnknownTarget,

    /// <summary>The answer is not the announced format: not JSON, or JSON of the wrong outer shape.</summary>
    VendorMalformed,

    /// <summary>The answer ended before its last byte.</summary>
    VendorTruncated,

    /// <summary>The answer is longer or deeper than the limits allow.</summary>
    VendorTooLarge,

    /// <summary>A field has a type or value that cannot be read: a wrong JSON type, an impossible date, an unknown time zone.</summary>
    VendorInvalidValue,

    /// <summary>The circuit of this vendor is open: no call was made.</summary>
    VendorCircuitOpen,

    /// <summary>The vendor's own local limit (rate or concurrency) is used up: no call was made.</summary>
    VendorLocalLimit,

    /// <summary>The directory lacks a key that this dialect needs for this owner and place.</summary>
    DirectoryKeyMissing,

    /// <summary>A request to the hub is malformed: syntax, missing or malformed parameter.</summary>
    RequestInvalid,

    /// <summary>A mandatory parameter or element is missing from a request.</summary>
    RequestRequired,

    /// <summary>A request to the hub is larger, longer or deeper than the documented bounds.</summary>
    RequestTooLarge,

    /// <summary>The body of a request did not arrive in time.</summary>
    RequestTimeout,

    /// <summary>Too many pushes are being read; the caller is asked to come back.</summary>
    IntakeBusy,

    /// <summary>The content type of a request is not one that the hub reads.</summary>
    RequestUnsupportedMediaType,

    /// <summary>None of the types that the caller accepts can be produced.</summary>
    RequestNotAcceptable,

    /// <summary>The caller did not say who it is, or is not known.</summary>
    CallerUnknown,

    /// <summary>The caller is known and may not do this.</summary>
    CallerForbidden,

    /// <summary>The resource or route does not exist.</summary>
    NotFound,

    /// <summary>The route exists and does not take this method.</summary>
    MethodNotAllowed,

    /// <summary>A rule of the national contract refuses a well-formed request.</summary>
    BusinessRule,

    /// <summary>The resource names a patient, which the hub never accepts.</summary>
    PatientData,

    /// <summary>Somebody else has the slot, or it is not free any more.</summary>
    SlotTaken,

    /// <summary>What is to be created is there already (D54).</summary>
    Duplicate,

    /// <summary>The request contradicts what is kept, and repeating it does not help.</summary>
    Conflict,

    /// <summary>What is kept is not the version that the caller requires (<c>If-Match</c>, <c>If-None-Match</c>).</summary>
    PreconditionFailed,

    /// <summary>The criterion of a conditional request fits several resources.</summary>
    MultipleMatches,

    /// <summary>An idempotency key came again with another body.</summary>
    IdempotencyKeyReused,

    /// <summary>It was there and has expired, or was used up.</summary>
    Expired,

    /// <summary>Too many requests of this kind are under way; nothing was done.</summary>
    Busy,

    /// <summary>The database cannot be used now; whether a change was kept is not known, and repeating it is safe.</summary>
    StorageUnavailable,

    /// <summary>The hub failed.</summary>
    Internal,

    /// <summary>The caller passed one of its own limits; nothing was done, and it is told when to come back.</summary>
    CallerThrottled,

    /// <summary>The vendor's certificate is not trusted: wrong name, other authority, out of time, revoked, or not a pinned one. Nothing was sent.</summary>
    VendorUntrusted,

    /// <summary>The vendor refused the hub's client certificate, or wants one and got none.</summary>
    VendorRejectedCertificate,

    /// <summary>An answer of the vendor leads to an address that the configuration does not allow, or a name leads into a private network. Nothing was sent there.</summary>
    VendorAddressRefused,

    /// <summary>What the caller shows of itself, its certificate, is not accepted.</summary>
    CallerNotTrusted,
}
