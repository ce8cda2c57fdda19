using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Security.Audit;

/// <summary>One thing that somebody did, or was kept from doing.</summary>
/// <param name="At">When the answer was decided.</param>
/// <param name="CallerId">Who: the caller's name, or <c>unknown</c>.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Route">Pattern of the route, never the address itself, which may hold identifiers; <c>none</c> where no route fits.</param>
/// <param name="Status">HTTP status of the answer.</param>
internal sealed record AuditEntry(DateTimeOffset At, string CallerId, string Method, string Route, int Status)
{
    /// <summary>The vendor whose data were touched; null where it is nobody's.</summary>
    public string? VendorId { get; init; }

    /// <summary>What was touched, as <c>Appointment/123</c>; null when nothing was.</summary>
    public string? Entity { get; init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public HubErrorCode? Refusal { get; init; }

    /// <summary>Trace id of the W3C trace context: 32 hexadecimal digits.</summary>
    public string? TraceId { get; init; }
}
