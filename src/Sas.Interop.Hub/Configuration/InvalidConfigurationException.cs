namespace Sas.Interop.Hub.Configuration;

/// <summary>The first configuration cannot be used: the process must end with every fault listed.</summary>
internal sealed class InvalidConfigurationException(IReadOnlyList<ConfigFault> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<ConfigFault> Faults { get; } = faults;
}
