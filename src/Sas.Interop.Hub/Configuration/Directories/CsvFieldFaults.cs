using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>Faults of the fields of one CSV row; the names of JSON members are turned into those of columns.</summary>
/// <param name="faults">Gets the faults.</param>
/// <param name="line">Line on which the row begins.</param>
/// <param name="columns">Column of a member where the names differ.</param>
internal sealed class CsvFieldFaults(FaultList faults, int line, IReadOnlyDictionary<string, string> columns) : IFieldFaults
{
    public void Add(string field, string message) => faults.Add(Column(field), line, message);

    public void Warn(string field, string message) => faults.Warn(Column(field), line, message);

    private string Column(string field) => columns.GetValueOrDefault(field, field);
}
