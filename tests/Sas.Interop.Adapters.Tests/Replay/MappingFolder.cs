using Sas.Interop.Adapters.Replay;

namespace Sas.Interop.Adapters.Tests.Replay;

/// <summary>A mapping folder on disk for one test.</summary>
internal sealed class MappingFolder : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 28, 11, 0, 0, TimeSpan.Zero);

    public MappingFolder(params string[] mappings)
    {
        Path = Directory.CreateTempSubdirectory("mappings-").FullName;
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "mappings"));
        for (var i = 0; i < mappings.Length; i++)
        {
            Add($"mappings/{i}.json", mappings[i]);
        }
    }

    public string Path { get; }

    public static string Stub(string path, string response, string more = "") =>
        $$"""{"request":{"method":"GET","urlPath":"{{path}}"},"response":{{{response}}}{{more}}}""";

    public MappingFolder Add(string name, string content)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file) ?? Path);
        File.WriteAllText(file, content);
        return this;
    }

    public ReplayLoad Load(TimeProvider time) => ReplayPlayer.Load([Path], time, static () => 0.5);

    public ReplayPlayer Player(TimeProvider time)
    {
        var load = Load(time);
        Assert.That(load.Faults, Is.Empty);
        return load.Player ?? throw new InvalidOperationException("A load without faults gives a player.");
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
