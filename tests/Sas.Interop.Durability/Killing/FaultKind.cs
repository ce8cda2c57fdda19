namespace Sas.Interop.Durability.Killing;

/// <summary>What went wrong.</summary>
internal enum FaultKind
{
    /// <summary>An acknowledged write, or message, is not there.</summary>
    Lost,

    /// <summary>One act had its effect twice.</summary>
    Doubled,

    /// <summary>A link was answered neither 303 nor 410, or was good twice.</summary>
    Link,

    /// <summary>A stream of messages came out of order.</summary>
    Order,

    /// <summary>Versions have a hole, or do not fit what was written.</summary>
    Version,

    /// <summary>An answer that nothing explains.</summary>
    Answer,
}
