namespace Sas.Interop.Contracts.Availability;

/// <summary>
/// What a snapshot speaks for. Inside a complete coverage, what the snapshot no longer lists is gone; outside it nothing changes.
/// An incomplete coverage adds and refreshes, and closes nothing.
/// </summary>
/// <param name="Owner">Whose slots.</param>
/// <param name="PlaceKey">The one place spoken for (<see cref="PlaceDetails.Key"/>), or null for every place that the vendor serves for this owner.</param>
/// <param name="Window">The starts spoken for, both ends included.</param>
/// <param name="Complete">Whether everything that the vendor has inside was read.</param>
public sealed record Coverage(OwnerKey Owner, string? PlaceKey, TimeWindow Window, bool Complete);
