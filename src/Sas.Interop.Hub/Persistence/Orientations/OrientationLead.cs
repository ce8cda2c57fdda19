namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>How long before its slot an orientation was made, in a number that every database can count by.</summary>
internal static class OrientationLead
{
    /// <summary>Minutes up to the begin of the slot, begun ones counted whole; null for what is no slot.</summary>
    public static int? Of(OrientationRow row) =>
        row.SlotStart is { } start ? (int)Math.Clamp(Math.Ceiling((start - row.CreatedAt).TotalMinutes), int.MinValue, int.MaxValue) : null;
}
