namespace Sas.Interop.TestKit.RealProcess;

/// <summary>How a process of the hub is started.</summary>
/// <param name="Folder">Its current folder.</param>
/// <param name="Arguments">Its command line.</param>
public sealed record HubStart(string Folder, IReadOnlyList<string> Arguments)
{
    /// <summary>Variables besides those of the test run; settings of the hub in the latter are not passed on.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();
}
