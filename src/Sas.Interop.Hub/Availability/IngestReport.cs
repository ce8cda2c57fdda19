namespace Sas.Interop.Hub.Availability;

/// <summary>What applying one snapshot did, in slots.</summary>
internal readonly record struct IngestReport
{
    /// <summary>Were not there.</summary>
    public int Added { get; init; }

    /// <summary>Closed by the coverage.</summary>
    public int Removed { get; init; }

    /// <summary>Confirmed.</summary>
    public int Kept { get; init; }

    /// <summary>Left out because they have begun.</summary>
    public int DroppedPast { get; init; }

    /// <summary>Left out because they are open to nobody that the hub serves, or have impossible times.</summary>
    public int DroppedReserved { get; init; }

    /// <summary>Left out because an appointment fills them.</summary>
    public int DroppedTaken { get; init; }

    /// <summary>Given twice.</summary>
    public int Duplicates { get; init; }

    /// <summary>Whether the snapshot waits because the whole vendor fell to zero.</summary>
    public bool HeldBack { get; init; }
}
