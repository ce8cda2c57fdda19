using Sas.Interop.Durability.Wire;

namespace Sas.Interop.Durability.Tracks;

/// <summary>One thing at the hub that one client writes, through all kills. Not thread-safe.</summary>
internal interface ITrack
{
    /// <summary>Whether nothing more will be written to it.</summary>
    bool IsDone { get; }

    /// <summary>Whether the last write was not answered.</summary>
    bool IsInDoubt { get; }

    /// <summary>Sends the next write; a write that is in doubt is sent again first.</summary>
    /// <exception cref="HubGoneException">The hub went away; the write is in doubt.</exception>
    Task StepAsync(HubCalls hub, Random random);

    /// <summary>Sends again what is in doubt.</summary>
    Task SettleAsync(HubCalls hub);

    /// <summary>Compares what the hub has with what it acknowledged.</summary>
    Task CheckAsync(HubCalls hub);
}
