namespace Sas.Interop.Hub.Persistence.Audit;

/// <summary>Which records are wanted; what is null or empty decides nothing.</summary>
internal sealed record AuditFilter
{
    public static AuditFilter Everything { get; } = new();

    public DateTimeOffset? From { get; init; }

    /// <summary>Up to and with this instant.</summary>
    public DateTimeOffset? To { get; init; }

    public long? Number { get; init; }

    public IReadOnlyList<string> Callers { get; init; } = [];

    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Kinds of interaction; an empty text stands for what is no call.</summary>
    public IReadOnlyList<string> Interactions { get; init; } = [];

    /// <summary>Whole entities, such as <c>Appointment/123</c>.</summary>
    public IReadOnlyList<string> Entities { get; init; } = [];

    public string? TraceId { get; init; }

    /// <summary>Which outcomes; null for all.</summary>
    public AuditOutcomes? Outcomes { get; init; }

    public IQueryable<AuditRow> Apply(IQueryable<AuditRow> rows)
    {
        var (from, to, number, trace) = (From, To, Number, TraceId);
        rows = from is null ? rows : rows.Where(row => row.At >= from);
        rows = to is null ? rows : rows.Where(row => row.At <= to);
        rows = number is null ? rows : rows.Where(row => row.Number == number);
        rows = Callers.Count == 0 ? rows : rows.Where(row => Callers.Contains(row.Caller));
        rows = Kinds.Count == 0 ? rows : rows.Where(row => Kinds.Contains(row.Kind));
        rows = Interactions.Count == 0 ? rows : rows.Where(row => Interactions.Contains(row.Interaction ?? string.Empty));
        rows = Entities.Count == 0 ? rows : rows.Where(row => row.Entity != null && Entities.Contains(row.Entity));
        rows = trace is null ? rows : rows.Where(row => row.TraceId == trace);
        return Outcomes is { } wanted ? ByOutcome(rows, wanted) : rows;
    }

    private static IQueryable<AuditRow> ByOutcome(IQueryable<AuditRow> rows, AuditOutcomes wanted)
    {
        var (done, refused, failed) = (wanted.HasFlag(AuditOutcomes.Done), wanted.HasFlag(AuditOutcomes.Refused), wanted.HasFlag(AuditOutcomes.Failed));
        return rows.Where(row => (done && (row.Status == null || row.Status < 400)) || (refused && row.Status >= 400 && row.Status < 500) || (failed && row.Status >= 500));
    }
}
