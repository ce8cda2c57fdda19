namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>What an orientation is, as the tracking board counts it.</summary>
internal enum OrientationKind
{
    /// <summary>A free slot of a practitioner.</summary>
    Slot = 1,

    /// <summary>In addition to availability: no free slot, by agreement ("surnuméraire").</summary>
    InAddition,

    /// <summary>A care request on a vendor's marketplace ("place de marché").</summary>
    Marketplace,

    /// <summary>A slot that a practitioner opened as a member of a CPTS.</summary>
    Cpts,

    /// <summary>A slot of an SOS Médecins association.</summary>
    Sos,
}
