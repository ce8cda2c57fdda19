namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>The resource that is searched for.</summary>
internal enum SearchKind
{
    /// <summary><c>Slot</c>: INT_R01 and INT_R04.</summary>
    Slot,

    /// <summary><c>Schedule</c>: SOS Médecins.</summary>
    Schedule,
}
