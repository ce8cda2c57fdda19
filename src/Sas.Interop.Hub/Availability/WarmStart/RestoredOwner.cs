namespace Sas.Interop.Hub.Availability.WarmStart;

/// <summary>An owner as it comes back from the file.</summary>
/// <param name="Entry">Its entry, without what is over.</param>
/// <param name="WithSlots">The vendors that had slots of it when it was saved, also those that have begun since: their silence would be news.</param>
internal sealed record RestoredOwner(OwnerEntry Entry, IReadOnlyList<string> WithSlots);
