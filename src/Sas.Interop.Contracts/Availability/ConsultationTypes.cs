namespace Sas.Interop.Contracts.Availability;

/// <summary>How the consultation takes place: the codes of <c>Slot.serviceType.coding</c> (CONTRACT §6.3), any combination.</summary>
[Flags]
public enum ConsultationTypes
{
    /// <summary>Unknown.</summary>
    None = 0,

    /// <summary><c>AMB</c>: at the practice.</summary>
    Ambulatory = 1,

    /// <summary><c>HH</c>: at the patient's home.</summary>
    Home = 2,

    /// <summary><c>VR</c>: teleconsultation.</summary>
    Virtual = 4,
}
