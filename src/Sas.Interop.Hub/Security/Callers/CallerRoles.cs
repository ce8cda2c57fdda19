namespace Sas.Interop.Hub.Security.Callers;

/// <summary>What a caller may be. One certificate may stand for several, such as a tester who plays a vendor.</summary>
[Flags]
internal enum CallerRoles
{
    None = 0,

    /// <summary>The national platform: searches, accounts of regulators, bookings, care requests, everything below <c>/v1</c>.</summary>
    Platform = 1,

    /// <summary>One vendor: what it pushes and what is its own, and nothing of another vendor.</summary>
    Vendor = 2,

    /// <summary>Who certifies: searches, published definitions and <c>$validate</c>.</summary>
    Tester = 4,

    /// <summary>Who runs the hub: everything below <c>/admin</c>, the status page, the audit.</summary>
    Operator = 8,

    /// <summary>Who may see what came of a call: all of it, or as a vendor what is its own.</summary>
    Concerned = Platform | Vendor | Operator,

    /// <summary>Anybody who is known. A caller that is a vendor and neither platform nor operator sees what is its own.</summary>
    Any = Platform | Vendor | Tester | Operator,
}
