using Sas.Interop.Adapters.FhirStandard.Push;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>Reads one Slot resource (CONTRACT §5.2).</summary>
internal static class SlotMapper
{
    private const int LongestId = 64;

    /// <returns>What a slot must have and lacks, or null.</returns>
    public static EntryFault? FaultOf(Slot slot, int entry) => slot switch
    {
        { Start: null } => new EntryFault(entry, "start", PushRules.Required, "A slot has a start, an instant with seconds and offset."),
        { End: null } => new EntryFault(entry, "end", PushRules.Required, "A slot has an end, an instant with seconds and offset."),
        { Status: null } => new EntryFault(entry, "status", PushRules.Required, "A slot has a status."),
        { Start: { } start, End: { } end } when end.Value <= start.Value => new EntryFault(entry, "end", PushRules.Value, "The end of a slot is after its start."),
        _ => null,
    };

    public static SlotDraft Map(ResourceNode node, Slot slot, KindTable kinds)
    {
        var draft = Unreadable(node, slot);
        if (FaultOf(slot, node.Entry) is not null || slot is not { Start: { } start, End: { } end })
        {
            return draft;
        }

        var kind = SlotKindReader.Read(slot, kinds);
        var offered = SasCodes.Same(slot.Status, SlotStatusCodes.Free) && kind.Kind.Types != 0;
        return draft with { Times = (start.Value, end.Value), Kind = kind, Standing = offered ? SlotStanding.Offered : SlotStanding.Reserved };
    }

    public static SlotDraft Unreadable(ResourceNode node, Slot slot) => new()
    {
        Entry = node.Entry,
        Id = IdOf(slot),
        Root = node.Root,
        Schedule = slot.Schedule?.Reference,
        Standing = SlotStanding.Unreadable,
    };

    private static string? IdOf(Slot slot) => slot.Id is { Length: > 0 and <= LongestId } id ? id : null;
}
