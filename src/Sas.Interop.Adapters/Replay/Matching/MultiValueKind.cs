namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>How patterns apply to several values of one name.</summary>
internal enum MultiValueKind
{
    /// <summary>One pattern, satisfied by any value.</summary>
    Any,

    /// <summary>As many values as patterns, each pattern satisfied by some value.</summary>
    Exactly,

    /// <summary>Each pattern satisfied by some value.</summary>
    Includes,
}
