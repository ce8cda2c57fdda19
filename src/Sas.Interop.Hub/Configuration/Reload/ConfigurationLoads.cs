namespace Sas.Interop.Hub.Configuration.Reload;

/// <summary>What is loaded, in this order: the directory and the callers name vendors of the catalog.</summary>
/// <param name="Adapters">The vendors.</param>
/// <param name="Directory">Whom they equip.</param>
/// <param name="Callers">Who may call; null in development, where nobody is told apart.</param>
internal sealed record ConfigurationLoads(AdaptersLoad Adapters, DirectoryLoad Directory, CallersLoad? Callers = null)
{
    public IEnumerable<string> Files => [.. Adapters.Files, .. Directory.Files, .. Callers?.Files ?? []];

    public bool Waiting => Adapters.Waiting || Directory.Waiting || Callers?.Waiting == true;
}
