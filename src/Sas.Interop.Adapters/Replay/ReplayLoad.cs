namespace Sas.Interop.Adapters.Replay;

/// <summary>Outcome of loading mapping folders: a player, or every fault that was found.</summary>
/// <param name="Player">The player; null when there are faults.</param>
/// <param name="Faults">All faults of all files.</param>
internal sealed record ReplayLoad(ReplayPlayer? Player, IReadOnlyList<MappingFault> Faults);
