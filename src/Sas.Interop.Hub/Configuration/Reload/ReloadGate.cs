namespace Sas.Interop.Hub.Configuration.Reload;

/// <summary>
/// Decides when a changed file may be judged. Editors write in several steps: a content counts only when it was seen twice with a pause in between, and one
/// that is not even well formed is looked at again for a while before it is called faulty.
/// </summary>
internal sealed class ReloadGate(TimeProvider time)
{
    /// <summary>How long a content must stand still.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a malformed content may still be a half-written one.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private string? _judged;
    private string? _candidate;
    private string? _torn;
    private long _since;

    /// <summary>Whether a change is under way, so that the next look should come soon.</summary>
    public bool Waiting => _candidate is not null;

    /// <param name="stamp">What tells this content from others.</param>
    /// <returns>Whether it is to be judged now.</returns>
    public bool Admits(string stamp)
    {
        if (stamp == _judged)
        {
            _candidate = null;
            return false;
        }

        if (stamp != _candidate)
        {
            _candidate = stamp;
            _since = time.GetTimestamp();
            return false;
        }

        // What was malformed a moment ago is so still: it is judged once more when the patience is over.
        return time.GetElapsedTime(_since) >= (stamp == _torn ? Patience : Pause);
    }

    /// <param name="stamp">The content that was judged.</param>
    /// <param name="torn">Whether it is malformed.</param>
    /// <returns>False when it is malformed and may still be completed: nothing is to be reported yet.</returns>
    public bool Settle(string stamp, bool torn)
    {
        if (torn && _candidate is not null && time.GetElapsedTime(_since) < Patience)
        {
            _torn = stamp;
            return false;
        }

        _torn = null;
        _judged = stamp;
        _candidate = null;
        return true;
    }
}
