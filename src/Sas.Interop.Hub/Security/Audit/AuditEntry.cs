namespace Sas.Interop.Hub.Security.Audit;

/// <summary>One call that changed something, or was refused; or several alike that were refused.</summary>
/// <param name="At">When the answer was decided; of several calls the first.</param>
/// <param name="CallerId">Who: the caller's name, or <c>unknown</c>.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Route">Pattern of the route, never the address itself, which may hold identifiers; <c>none</c> where no route fits.</param>
/// <param name="Status">HTTP status of the answer.</param>
internal sealed record AuditEntry(DateTimeOffset At, string CallerId, string Method, string Route, int Status)
{
    /// <summary>Whoever calls without being known.</summary>
    public const string Unknown = "unknown";

    /// <summary>Where no route fits.</summary>
    public const string NoRoute = "none";

    /// <summary>Kind of interaction, as R4 names them: <c>create</c>, <c>operation</c> and so on.</summary>
    public string? Interaction { get; init; }

    /// <summary>What the caller may be; null when it is not known.</summary>
    public string? Roles { get; init; }

    /// <summary>The vendor whose data were touched; null where it is nobody's.</summary>
    public string? VendorId { get; init; }

    /// <summary>What was touched, as <c>Appointment/123</c>; null when nothing was.</summary>
    public string? Entity { get; init; }

    /// <summary>Why it was refused, in the code that the answer gives; null when it was not, or the answer gives none.</summary>
    public string? Refusal { get; init; }

    /// <summary>Trace id of the W3C trace context: 32 hexadecimal digits.</summary>
    public string? TraceId { get; init; }

    /// <summary>How many calls it stands for.</summary>
    public int Count { get; init; } = 1;

    /// <summary>What the other members cannot say.</summary>
    public string? Detail { get; init; }
}
