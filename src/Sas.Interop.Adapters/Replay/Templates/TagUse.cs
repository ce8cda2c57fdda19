namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>Where a function may stand.</summary>
[Flags]
internal enum TagUse
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>As a value.</summary>
    Inline = 1,

    /// <summary>As a block with a body.</summary>
    Block = 2,
}
