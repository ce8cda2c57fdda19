namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>The outcome of following a schedule's references: a place, or the first fault on the way.</summary>
internal readonly record struct ScheduleLink(LinkedPlace? Place, EntryFault? Fault)
{
    public static implicit operator ScheduleLink(LinkedPlace place) => new(place, null);

    public static implicit operator ScheduleLink(EntryFault fault) => new(null, fault);
}
