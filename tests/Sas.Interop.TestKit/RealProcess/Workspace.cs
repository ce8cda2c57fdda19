namespace Sas.Interop.TestKit.RealProcess;

/// <summary>A folder for one test, removed at its end.</summary>
public sealed class Workspace : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("hub-process-").FullName;

    public string AdaptersFile => PathOf("adapters.json");

    public string DirectoryFile => PathOf("directory.json");

    public string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>A start with the files of this folder and nothing mocked, on a free port.</summary>
    public HubStart Start(params string[] more) => new(
        Root,
        [
            "--urls", "http://127.0.0.1:0",
            $"--Hub:AdaptersFile={AdaptersFile}",
            $"--Hub:DirectoryFile={DirectoryFile}",
            $"--Hub:DataFolder={PathOf("data")}",
            "--Hub:Sandbox:Enabled=false",
            "--Hub:Log:FilesKept=0",
            .. more,
        ]);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
