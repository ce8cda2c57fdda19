namespace Sas.Interop.Hub.Telemetry;

/// <summary>What one poll of a partition came to.</summary>
internal enum PollVerdict
{
    /// <summary>Every target was answered.</summary>
    Ok,

    /// <summary>Some targets were answered, others failed.</summary>
    Partial,

    /// <summary>Nobody was answered, each time because of what the directory points to: the vendor itself may be well.</summary>
    OwnersFailed,

    /// <summary>Nobody was answered, or the poll was cut short, for a reason that concerns the whole vendor.</summary>
    Failed,
}
