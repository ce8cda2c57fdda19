namespace Sas.Interop.Hub.Persistence;

/// <summary>Whether a change was made.</summary>
internal enum ChangeVerdict
{
    /// <summary>Made, and on disk.</summary>
    Made,

    /// <summary>What is kept says the same already; nothing was written.</summary>
    Unchanged,

    /// <summary>The one who asked did not want it on top of what is kept.</summary>
    Declined,

    /// <summary>No more owners fit.</summary>
    Full,

    /// <summary>Too many others wait for their turn.</summary>
    Busy,
}
