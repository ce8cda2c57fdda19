namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>What becomes of a slot, judged by the slot alone.</summary>
internal enum SlotStanding
{
    Offered,

    /// <summary>Not free, or open to nobody that the hub serves.</summary>
    Reserved,

    /// <summary>A value is missing or impossible.</summary>
    Unreadable,
}
