namespace Sas.Interop.Hub.Persistence.Audit;

/// <summary>One record of the audit. Never changed once it is written; <see cref="AuditEncoding"/> says how the chain holds it.</summary>
internal sealed class AuditRow
{
    public const int RouteLength = 200;
    public const int EntityLength = 160;
    public const int RolesLength = 64;
    public const int MethodLength = 16;
    public const int TraceLength = 32;
    public const int KeyIdLength = 16;

    /// <summary>1, 2, 3 and so on, without a gap.</summary>
    public long Number { get; set; }

    /// <summary>How the hash is made: one of <see cref="AuditEncoding"/>.</summary>
    public int Format { get; set; }

    /// <summary>When, to the millisecond.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>What kind: a call, or something of the hub itself.</summary>
    public required string Kind { get; set; }

    public required string Caller { get; set; }

    public string? Roles { get; set; }

    /// <summary>Kind of interaction, as R4 names them; null for what is no call.</summary>
    public string? Interaction { get; set; }

    public string? Method { get; set; }

    /// <summary>Pattern of the route; null for what is no call.</summary>
    public string? Route { get; set; }

    /// <summary>What was touched, as <c>Appointment/123</c>.</summary>
    public string? Entity { get; set; }

    public string? Vendor { get; set; }

    public int? Status { get; set; }

    public string? Refusal { get; set; }

    /// <summary>32 hexadecimal digits; of several calls in one record that of the first.</summary>
    public string? TraceId { get; set; }

    /// <summary>How many calls it stands for.</summary>
    public int Count { get; set; }

    public string? Detail { get; set; }

    /// <summary>Which key sealed it; null when none did.</summary>
    public string? KeyId { get; set; }

    /// <summary><see cref="Hash"/> of the record before; <see cref="AuditEncoding.NoHash"/> before the first.</summary>
    public required string Previous { get; set; }

    public required string Hash { get; set; }
}
