namespace Sas.Interop.Hub.Persistence.Audit;

/// <summary>What records tell of.</summary>
internal static class AuditKinds
{
    /// <summary>A call, or several of one kind.</summary>
    public const string Call = "call";

    /// <summary>The hub began to serve.</summary>
    public const string Start = "start";

    /// <summary>The hub ended in good order.</summary>
    public const string Stop = "stop";

    /// <summary>Vendors or the directory were replaced while it ran.</summary>
    public const string Configuration = "configuration";

    /// <summary>The database was brought to another model by command.</summary>
    public const string Migration = "migration";

    /// <summary>Records were removed because of their age: <see cref="AuditRow.Detail"/> is the last of them, as <c>number:hash</c>.</summary>
    public const string Retention = "retention";

    /// <summary>The chain was verified by command.</summary>
    public const string Verification = "verification";

    public static IReadOnlyList<string> All { get; } = [Call, Start, Stop, Configuration, Migration, Retention, Verification];
}
