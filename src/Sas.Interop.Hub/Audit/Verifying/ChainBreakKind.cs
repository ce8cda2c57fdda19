namespace Sas.Interop.Hub.Audit.Verifying;

/// <summary>What differs from what the chain says.</summary>
internal enum ChainBreakKind
{
    /// <summary>The content of the record is not what its hash was made of.</summary>
    Content,

    /// <summary>The record does not go on from the one before.</summary>
    Link,

    /// <summary>There is no record of this number.</summary>
    Gap,

    /// <summary>The record cannot be read.</summary>
    Unreadable,

    /// <summary>The record is sealed in a way, or with a key, that is not known here; or with none where one is due.</summary>
    Seal,

    /// <summary>The beginning of the chain is not where retention left it.</summary>
    Beginning,

    /// <summary>The end of the chain is not what the database says it is.</summary>
    End,

    /// <summary>The chain does not hold the record that was expected.</summary>
    Expected,
}
