using Sas.Interop.Hub.Security.Audit;

namespace Sas.Interop.Hub.Persistence.Audit;

/// <summary>Turns what is told into what is kept: texts of printable ASCII, so that every database gives them back as they were, cut to their columns.</summary>
internal static class AuditRecords
{
    /// <summary>Who acts when the hub does.</summary>
    public const string Hub = "hub";

    /// <summary>Who acts when somebody runs a command.</summary>
    public const string Command = "command";

    public static AuditRow Of(AuditEntry entry) => new()
    {
        At = Whole(entry.At),
        Kind = AuditKinds.Call,
        Caller = Clean(entry.CallerId, TextLengths.Name) ?? string.Empty,
        Roles = Clean(entry.Roles, AuditRow.RolesLength),
        Interaction = Clean(entry.Interaction, TextLengths.Code),
        Method = Clean(entry.Method, AuditRow.MethodLength),
        Route = Clean(entry.Route, AuditRow.RouteLength),
        Entity = Clean(entry.Entity, AuditRow.EntityLength),
        Vendor = Clean(entry.VendorId, TextLengths.Name),
        Status = entry.Status,
        Refusal = Clean(entry.Refusal, TextLengths.Code),
        TraceId = Clean(entry.TraceId, AuditRow.TraceLength),
        Count = entry.Count,
        Detail = Clean(entry.Detail, TextLengths.Cause),
        Previous = AuditEncoding.NoHash,
        Hash = AuditEncoding.NoHash,
    };

    /// <summary>Something of the hub itself.</summary>
    public static AuditRow Of(string kind, string? detail, DateTimeOffset now) => new()
    {
        At = Whole(now),
        Kind = kind,
        Caller = kind is AuditKinds.Migration or AuditKinds.Verification ? Command : Hub,
        Count = 1,
        Detail = Clean(detail, TextLengths.Cause),
        Previous = AuditEncoding.NoHash,
        Hash = AuditEncoding.NoHash,
    };

    // FHIR shows milliseconds, and who has the resource alone must be able to make the hash again.
    private static DateTimeOffset Whole(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    private static string? Clean(string? text, int length)
    {
        if (text is null)
        {
            return null;
        }

        var cut = text.Length <= length ? text : text[..length];
        return cut.AsSpan().ContainsAnyExceptInRange(' ', '~') ? string.Concat(cut.Select(static c => c is >= ' ' and <= '~' ? c : '?')) : cut;
    }
}
