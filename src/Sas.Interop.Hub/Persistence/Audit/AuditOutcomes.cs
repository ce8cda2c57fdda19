namespace Sas.Interop.Hub.Persistence.Audit;

/// <summary>How calls ended.</summary>
[Flags]
internal enum AuditOutcomes
{
    None = 0,

    /// <summary>With a status below 400, or it was no call.</summary>
    Done = 1,

    /// <summary>With a status of 400 to 499.</summary>
    Refused = 2,

    /// <summary>With a status of 500 and more.</summary>
    Failed = 4,
}
