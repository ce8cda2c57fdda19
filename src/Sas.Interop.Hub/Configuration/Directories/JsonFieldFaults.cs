using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>Faults of the members of one JSON object.</summary>
internal sealed class JsonFieldFaults(ObjectReader reader) : IFieldFaults
{
    public void Add(string field, string message) => reader.Faults.Add(reader.At.Find(field) ?? reader.At, message);

    public void Warn(string field, string message) => reader.Faults.Warn(reader.At.Find(field) ?? reader.At, message);
}
