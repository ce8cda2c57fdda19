namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>What became of a change of a care request.</summary>
internal enum CareRequestVerdict
{
    /// <summary>Made, and on disk.</summary>
    Made,

    /// <summary>It was so already.</summary>
    Unchanged,

    /// <summary>Another version is kept than the caller saw.</summary>
    Stale,

    /// <summary>The request is closed for good.</summary>
    Closed,
}
