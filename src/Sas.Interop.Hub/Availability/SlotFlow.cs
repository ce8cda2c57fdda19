namespace Sas.Interop.Hub.Availability;

/// <summary>The searches of the contract; each shows slots in its own profile (CONTRACT §3.7, §5.2).</summary>
internal enum SlotFlow
{
    /// <summary>INT_R01: practitioners.</summary>
    Individual = 0,

    /// <summary>INT_R04: practitioners of communities.</summary>
    Community,

    /// <summary>SOS Médecins: places of associations.</summary>
    Association,
}
