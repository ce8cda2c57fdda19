using System.Collections.Concurrent;

using Sas.Interop.Adapters.Replay;
using Sas.Interop.Hub.Polling;

namespace Sas.Interop.Hub.Sandbox;

/// <summary>The mocked feeds of each dialect, loaded on first use from the folders that are built beside the executable.</summary>
internal sealed class SandboxPlayers(TimeProvider time, PollRandomness randomness, ILogger<SandboxPlayers> logger)
{
    private const string Folder = "mocks";

    // The folder of a dialect is its name without hyphens, but for the one that is named after the standard.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal) { ["sas-fhir"] = "FhirStandard" };

    private readonly ConcurrentDictionary<string, Lazy<ReplayPlayer?>> _players = new(StringComparer.Ordinal);

    /// <summary>The player of a dialect; null when the dialect has no mocked feeds, or they cannot be played, which the log tells.</summary>
    public ReplayPlayer? Of(string dialect) => _players.GetOrAdd(dialect, name => new Lazy<ReplayPlayer?>(() => Load(name))).Value;

    private static string? FolderOf(string dialect)
    {
        var root = Path.Combine(AppContext.BaseDirectory, Folder);
        var name = OtherNames.GetValueOrDefault(dialect, dialect.Replace("-", string.Empty, StringComparison.Ordinal));
        return Directory.Exists(root)
            ? Directory.EnumerateDirectories(root).FirstOrDefault(path => Path.GetFileName(path).Equals(name, StringComparison.OrdinalIgnoreCase))
            : null;
    }

    private ReplayPlayer? Load(string dialect)
    {
        if (FolderOf(dialect) is not { } folder)
        {
            logger.NoMockedFeeds(dialect);
            return null;
        }

        var load = ReplayPlayer.Load([Path.Combine(folder, "Mocks")], time, randomness.Next);
        foreach (var fault in load.Faults)
        {
            logger.MockedFeedFaulty(dialect, fault.ToString());
        }

        return load.Player;
    }
}
