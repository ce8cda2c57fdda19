using Sas.Interop.Durability.Tracks;
using Sas.Interop.Durability.Wire;

namespace Sas.Interop.Durability.Killing;

/// <summary>One client: it writes to things of its own, one after the other, and lives through all kills.</summary>
/// <param name="makers">Each makes the next thing of one kind when the one before is done.</param>
/// <param name="ledger">Gets what is wrong.</param>
internal sealed class Player(IReadOnlyList<Func<ITrack>> makers, Ledger ledger)
{
    private readonly ITrack[] _live = [.. makers.Select(static make => make())];
    private readonly List<ITrack> _more = [];
    private readonly List<ITrack> _done = [];
    private readonly HashSet<ITrack> _touched = [];

    public IEnumerable<ITrack> Tracks => _live.Concat(_more).Concat(_done);

    public bool IsInDoubt => _live.Concat(_more).Any(static track => track.IsInDoubt);

    /// <summary>Gives the client one more thing to write to.</summary>
    public void Add(ITrack track) => _more.Add(track);

    /// <summary>Compares what was written to since the last start, or everything.</summary>
    public async Task CheckAsync(HubCalls hub, bool everything)
    {
        foreach (var track in everything ? Tracks.ToList() : [.. _touched])
        {
            await GuardAsync(() => track.CheckAsync(hub));
        }

        _touched.Clear();
    }

    /// <summary>Sends again what is in doubt.</summary>
    public async Task SettleAsync(HubCalls hub)
    {
        foreach (var track in _live.Concat(_more).Where(static track => track.IsInDoubt).ToList())
        {
            _touched.Add(track);
            await GuardAsync(() => track.SettleAsync(hub));
        }
    }

    /// <summary>Writes until the hub is gone.</summary>
    public async Task PlayAsync(HubCalls hub, Random random)
    {
        try
        {
            await SettleAsync(hub);
            while (true)
            {
                await StepAsync(hub, random);
            }
        }
        catch (HubGoneException)
        {
            // That is what each round ends with.
        }
    }

    private Task StepAsync(HubCalls hub, Random random)
    {
        var place = random.Next(_live.Length + Math.Min(_more.Count, 2));
        var track = place < _live.Length ? _live[place] : _more[random.Next(_more.Count)];
        if (track.IsDone)
        {
            _done.Add(track);
            if (place < _live.Length)
            {
                track = _live[place] = makers[place]();
            }
            else
            {
                _more.Remove(track);
                return Task.CompletedTask;
            }
        }

        _touched.Add(track);
        return GuardAsync(() => track.StepAsync(hub, random));
    }

    /// <summary>An answer that cannot be read is a finding and no reason to end the run.</summary>
    private async Task GuardAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception odd) when (odd is not HubGoneException)
        {
            ledger.Fault(FaultKind.Answer, odd.ToString());
        }
    }
}
