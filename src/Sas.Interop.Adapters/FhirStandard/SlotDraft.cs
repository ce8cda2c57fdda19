namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>A slot whose schedule is not looked up yet, since entries come in any order.</summary>
internal readonly record struct SlotDraft
{
    /// <summary>0-based position of its entry.</summary>
    public required int Entry { get; init; }

    /// <summary>The vendor's id, or null.</summary>
    public string? Id { get; init; }

    /// <summary>Where its relative references start from, or null.</summary>
    public string? Root { get; init; }

    /// <summary>The reference to its schedule, or null.</summary>
    public string? Schedule { get; init; }

    public required SlotStanding Standing { get; init; }

    /// <summary>Start and end, literally as sent (D13).</summary>
    public (DateTimeOffset Start, DateTimeOffset End) Times { get; init; }

    /// <summary>What it shares with other slots; null when unreadable.</summary>
    public DraftKind? Kind { get; init; }

    /// <summary>Orders by what a slot says, so that the order of entries leaves no trace.</summary>
    public static int Compare(SlotDraft left, SlotDraft right)
    {
        var order = left.Times.Start.CompareTo(right.Times.Start);
        order = order != 0 ? order : left.Times.End.CompareTo(right.Times.End);
        order = order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
        return order != 0 ? order : string.CompareOrdinal(left.Schedule, right.Schedule);
    }
}
