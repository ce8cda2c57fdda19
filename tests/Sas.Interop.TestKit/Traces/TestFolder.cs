namespace Sas.Interop.TestKit.Traces;

/// <summary>A folder for one test. It goes when the test ends, or stays until the last step of a run of the whole suite has looked through it (<see cref="TraceRoot"/>).</summary>
public sealed class TestFolder(string prefix) : IDisposable
{
    public string FullName { get; } = TraceRoot.CreateFolder(TraceRoot.Folders, prefix);

    public string PathOf(string name) => Path.Combine(FullName, name);

    public void Dispose()
    {
        if (TraceRoot.FullName is null)
        {
            Directory.Delete(FullName, recursive: true);
        }
    }
}
