namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>What came of following a link.</summary>
/// <param name="Verdict">Whether it leads on.</param>
/// <param name="Target">Where; null when it leads nowhere any more.</param>
internal readonly record struct LinkUse(LinkVerdict Verdict, string? Target);

/// <summary>Where a link stands.</summary>
internal enum LinkVerdict
{
    /// <summary>It leads to the vendor's page.</summary>
    Good = 1,

    /// <summary>It was used.</summary>
    Used,

    /// <summary>It is over, or forgotten.</summary>
    Expired,

    /// <summary>The vendor may not lead there any more.</summary>
    Refused,
}
