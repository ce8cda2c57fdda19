namespace Sas.Interop.MockVendors;

/// <summary>What a vendor can be made to do wrong at run time.</summary>
internal enum MockFault
{
    /// <summary>Nothing: it answers from its mappings.</summary>
    None,

    /// <summary>Connections are dropped without an answer.</summary>
    Down,

    /// <summary>Requests are taken and never answered.</summary>
    Hang,

    /// <summary>A waiting-room page with status 200 stands where data should.</summary>
    Html,

    /// <summary>429 with <c>Retry-After</c>.</summary>
    TooManyRequests,

    /// <summary>Answers end in the middle.</summary>
    Truncated,

    /// <summary>Answers come late.</summary>
    Slow,
}
