using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.TestKit.RealProcess;

/// <summary>A folder for one test, with the files of a hub.</summary>
public sealed class Workspace : IDisposable
{
    // A run of the whole suite looks through log files, too.
    private static readonly int LogFiles = TraceRoot.FullName is null ? 0 : 1;
    private readonly TestFolder _folder = new("hub-process-");

    public string Root => _folder.FullName;

    public string AdaptersFile => PathOf("adapters.json");

    public string DirectoryFile => PathOf("directory.json");

    public string PathOf(string name) => _folder.PathOf(name);

    /// <summary>A start with the files of this folder and nothing mocked, on a free port.</summary>
    public HubStart Start(params string[] more) => new(
        Root,
        [
            "--urls", "http://127.0.0.1:0",
            $"--Hub:AdaptersFile={AdaptersFile}",
            $"--Hub:DirectoryFile={DirectoryFile}",
            $"--Hub:DataFolder={PathOf("data")}",
            "--Hub:Sandbox:Enabled=false",
            FormattableString.Invariant($"--Hub:Log:FilesKept={LogFiles}"),
            .. RoomyLimits.Arguments,
            .. more,
        ]);

    public void Dispose() => _folder.Dispose();
}
