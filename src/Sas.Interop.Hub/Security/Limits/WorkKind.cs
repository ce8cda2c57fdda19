namespace Sas.Interop.Hub.Security.Limits;

/// <summary>Kinds of work in the order in which they are refused under overload: the first one first.</summary>
internal enum WorkKind
{
    /// <summary>What takes much of the processor and can come again: pushes and validation, whoever sends them.</summary>
    Heavy = 1,

    /// <summary>Everything else of vendors, testers and unknown callers; exports and statistics of everybody.</summary>
    Aside = 2,

    /// <summary>What the platform and operators write.</summary>
    Write = 3,

    /// <summary>What the platform and operators search and read.</summary>
    Search = 4,

    /// <summary>Health: never refused.</summary>
    Health = 5,
}
