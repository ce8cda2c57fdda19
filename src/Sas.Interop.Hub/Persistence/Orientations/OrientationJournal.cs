namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>Writes orientations and every step of theirs.</summary>
internal static class OrientationJournal
{
    /// <summary>A new orientation, which is saved with the change.</summary>
    public static void Open(HubContext context, OrientationRow row, string cause)
    {
        row.Version = 1;
        row.LeadMinutes = LeadMinutesOf(row);
        context.Add(row);
        context.Add(new OrientationTransitionRow { OrientationId = row.Id, Number = 1, To = row.State, Cause = cause, At = row.CreatedAt });
    }

    /// <summary>A step of an orientation that this change has read; saved with it.</summary>
    public static void Move(HubContext context, OrientationRow row, OrientationState to, string cause, DateTimeOffset at)
    {
        var from = row.State;
        (row.State, row.ChangedAt) = (to.ToString(), at);
        row.Version++;
        context.Add(new OrientationTransitionRow { OrientationId = row.Id, Number = row.Version, From = from, To = row.State, Cause = cause, At = at });
    }

    private static int? LeadMinutesOf(OrientationRow row) =>
        row.SlotStart is { } start ? (int)Math.Clamp(Math.Ceiling((start - row.CreatedAt).TotalMinutes), int.MinValue, int.MaxValue) : null;
}
