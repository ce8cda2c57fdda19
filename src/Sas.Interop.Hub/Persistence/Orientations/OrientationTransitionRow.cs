namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>One step of an orientation, with its cause.</summary>
internal sealed class OrientationTransitionRow
{
    public required string OrientationId { get; set; }

    /// <summary>1 for the creation.</summary>
    public int Number { get; set; }

    /// <summary>State before; null for the creation.</summary>
    public string? From { get; set; }

    public required string To { get; set; }

    /// <summary>Why, in words; names nobody.</summary>
    public required string Cause { get; set; }

    public DateTimeOffset At { get; set; }
}
