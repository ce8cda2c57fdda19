namespace Sas.Interop.Hub.Sandbox;

/// <summary>Which addresses are mocked: those of the reserved domain that no real vendor can have.</summary>
internal static class SandboxHosts
{
    public const string Suffix = ".sandbox.invalid";

    public static bool Holds(Uri address) => address.Host.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);
}
