namespace Sas.Interop.Hub.Configuration;

/// <summary>Rhythm of the polls of one vendor.</summary>
/// <param name="Every">Time between two polls of the same owners.</param>
/// <param name="Window">How far ahead slots are asked for.</param>
/// <param name="Jitter">Largest share of <paramref name="Every"/> by which a poll is moved, 0 to 0.5.</param>
/// <param name="OwnersPerCall">Owners in one call, 1 to 25; the dialect may take fewer.</param>
internal sealed record PollSettings(TimeSpan Every, TimeSpan Window, double Jitter, int OwnersPerCall);
