namespace Sas.Interop.Hub.Configuration;

/// <summary>The mocked vendors (<c>Hub:Sandbox</c>).</summary>
internal sealed class SandboxOptions
{
    /// <summary>Whether vendors whose base URL names a sandbox host are mocked inside the hub.</summary>
    public bool Enabled { get; set; } = true;
}
