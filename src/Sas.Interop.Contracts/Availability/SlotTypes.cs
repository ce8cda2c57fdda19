namespace Sas.Interop.Contracts.Availability;

/// <summary>To whom a slot is open: the codes of <c>Slot.meta.security</c> (CONTRACT §6.3), any combination. A slot with none of them is reserved and never enters the hub.</summary>
[Flags]
public enum SlotTypes
{
    /// <summary>Open to nobody that the hub serves.</summary>
    None = 0,

    /// <summary><c>PUBLIC</c>: open to the general public.</summary>
    Public = 1,

    /// <summary><c>PRO</c>: open to all health professionals.</summary>
    Professional = 2,

    /// <summary><c>SNP</c>: dedicated to unscheduled care, open to regulators.</summary>
    Snp = 4,

    /// <summary><c>CPTS</c>: open to the territorial communities that the slot names.</summary>
    Cpts = 8,
}
