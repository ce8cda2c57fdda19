using Sas.Interop.Contracts.Booking;

namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>What came of opening an act.</summary>
internal enum BookingOpening
{
    /// <summary>It is open, and on disk.</summary>
    Open = 1,

    /// <summary>Another act has the slot.</summary>
    Taken,

    /// <summary>No account that may work has the regulator's identifier.</summary>
    RegulatorUnknown,

    /// <summary>Another request with the same key was first.</summary>
    UnderWay,
}

/// <summary>An act to be opened.</summary>
/// <param name="Row">The act.</param>
/// <param name="Cause">Why.</param>
/// <param name="ClaimKey">Key of the slot that it takes; null when it takes none.</param>
internal sealed record BookingStart(OrientationRow Row, string Cause, string? ClaimKey)
{
    public RegulatorKey Regulator => new(Row.RegulatorSystem, Row.RegulatorValue);
}
