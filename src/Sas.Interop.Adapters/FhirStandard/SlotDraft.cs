namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>A slot whose schedule is not looked up yet, since entries come in any order.</summary>
/// <param name="Entry">0-based position of its entry.</param>
/// <param name="Id">The vendor's id, or null.</param>
/// <param name="Root">Where its relative references start from, or null.</param>
/// <param name="Schedule">The reference to its schedule, or null.</param>
/// <param name="Standing">What becomes of it.</param>
/// <param name="Times">Start and end, literally as sent (D13).</param>
/// <param name="Kind">What it shares with other slots.</param>
internal readonly record struct SlotDraft(
    int Entry, string? Id, string? Root, string? Schedule, SlotStanding Standing, (DateTimeOffset Start, DateTimeOffset End) Times, DraftKind? Kind)
{
    /// <summary>Orders by what a slot says, so that the order of entries leaves no trace.</summary>
    public static int Compare(SlotDraft left, SlotDraft right)
    {
        var order = left.Times.Start.CompareTo(right.Times.Start);
        order = order != 0 ? order : left.Times.End.CompareTo(right.Times.End);
        order = order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
        return order != 0 ? order : string.CompareOrdinal(left.Schedule, right.Schedule);
    }
}
