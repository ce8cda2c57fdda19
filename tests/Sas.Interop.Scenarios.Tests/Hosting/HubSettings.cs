using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Hosting;

/// <summary>Settings of a hub under test, as a command line has them.</summary>
internal sealed record HubSettings
{
    private static readonly string[] Quiet = ["--Hub:Log:FilesKept=0", "--Serilog:MinimumLevel:Default=Error"];

    // A run of the whole suite looks through what hubs log.
    private static readonly string[] Kept = ["--Hub:Log:FilesKept=1", "--Serilog:MinimumLevel:Default=Information"];

    /// <summary>The hub's clock starts the morning before the clocks go forward, so that one answer holds both offsets of Paris.</summary>
    public const string BeforeSummerTime = "2026-03-28T07:00:00Z";

    public string StartClockAt { get; init; } = BeforeSummerTime;

    /// <summary>Path of a vendors' file; null for all vendors of the repository (<see cref="SandboxAdapters.WholeFile"/>).</summary>
    public string? AdaptersFile { get; init; }

    /// <summary>Further settings, each as <c>Key=value</c>.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    public string[] ToArguments(string dataFolder) =>
    [
        "--urls=http://127.0.0.1:0",
        $"--Hub:DataFolder={dataFolder}",
        $"--Hub:StartClockAt={StartClockAt}",
        "--Hub:Sandbox:Enabled=true",
        $"--Hub:Redirects:Key={PlantedSecrets.LinkKey}",
        $"--Hub:AdaptersFile={AdaptersFile ?? SandboxAdapters.WholeFile}",
        .. TraceRoot.FullName is null ? Quiet : Kept,
        .. RoomyLimits.Arguments,
        .. Others.Select(static other => "--" + other),
    ];
}
