using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>Faults of one item of a list.</summary>
internal sealed class ItemFaults(SourceValue at, FaultList faults) : IFieldFaults
{
    public void Add(string field, string message) => faults.Add(at, message);

    public void Warn(string field, string message) => faults.Warn(at, message);
}
