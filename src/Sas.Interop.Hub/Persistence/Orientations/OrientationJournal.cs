using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>Writes orientations and every step of theirs, and tells the outbox of each in the same transaction. What else a step changes of the row is set before the step is written.</summary>
internal sealed class OrientationJournal(OutboxWriter outbox)
{
    /// <summary>A new orientation, which is saved with the change.</summary>
    public void Open(HubContext context, OrientationRow row, string cause)
    {
        row.Version = 1;
        row.LeadMinutes = OrientationLead.Of(row);
        context.Add(row);
        context.Add(new OrientationTransitionRow { OrientationId = row.Id, Number = 1, To = row.State, Cause = cause, At = row.CreatedAt });
        Tell(context, row);
    }

    /// <summary>A step of an orientation that this change has read; saved with it.</summary>
    public void Move(HubContext context, OrientationRow row, OrientationState to, string cause, DateTimeOffset at)
    {
        var from = row.State;
        (row.State, row.ChangedAt) = (to.ToString(), at);
        row.Version++;
        context.Add(new OrientationTransitionRow { OrientationId = row.Id, Number = row.Version, From = from, To = row.State, Cause = Bounded(cause), At = at });
        Tell(context, row);
    }

    private static string Bounded(string cause) => cause.Length <= TextLengths.Cause ? cause : cause[..TextLengths.Cause];

    private void Tell(HubContext context, OrientationRow row) =>
        outbox.Add(context, new OutboxMessage(OutboxKinds.Orientation, row.Id, row.Version, OrientationRecord.Write(row)));
}
