namespace Sas.Interop.Hub.Availability;

/// <summary>What applying one snapshot did.</summary>
/// <param name="Added">Slots that were not there.</param>
/// <param name="Removed">Slots that the coverage closed.</param>
/// <param name="Kept">Slots confirmed.</param>
/// <param name="DroppedPast">Slots left out because they have begun.</param>
/// <param name="DroppedReserved">Slots left out because they are open to nobody that the hub serves.</param>
/// <param name="Duplicates">Slots given twice.</param>
/// <param name="HeldBack">Whether the snapshot waits because the whole vendor fell to zero.</param>
internal readonly record struct IngestReport(int Added, int Removed, int Kept, int DroppedPast, int DroppedReserved, int Duplicates, bool HeldBack);
