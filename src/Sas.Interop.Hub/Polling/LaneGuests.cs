namespace Sas.Interop.Hub.Polling;

/// <summary>Work that comes into a lane beside its polls.</summary>
/// <param name="Width">Most of it under way at once; in a lane of two places or more, one is always left to the polls.</param>
/// <param name="Next">Gives the next piece of work, or null. Called under the lane's lock: it must not call the lane.</param>
internal sealed record LaneGuests(int Width, Func<Func<CancellationToken, Task>?> Next)
{
    public static LaneGuests None { get; } = new(0, static () => null);
}
