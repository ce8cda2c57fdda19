namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>How far a walk has come, so that another one can go on after a wait.</summary>
/// <param name="Next">Number of the next slot to look at.</param>
/// <param name="LastStart">Start of the slot shown last.</param>
/// <param name="LastDuration">Its duration; 0 when none was shown.</param>
internal readonly record struct RunPosition(int Next, uint LastStart, uint LastDuration);
