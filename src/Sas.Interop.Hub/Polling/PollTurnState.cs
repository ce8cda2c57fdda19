namespace Sas.Interop.Hub.Polling;

/// <summary>Where the next poll of a partition is.</summary>
internal enum PollTurnState
{
    /// <summary>Nothing asked for.</summary>
    Idle,

    /// <summary>Asked for, its moment has not come.</summary>
    Waiting,

    /// <summary>Due, the lane is full.</summary>
    Queued,

    /// <summary>Under way.</summary>
    Running,
}
