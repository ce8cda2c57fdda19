namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>Takes the faults of one field, whatever the format of the file that it stands in.</summary>
internal interface IFieldFaults
{
    /// <param name="field">Name of the field as in the JSON format.</param>
    /// <param name="message">What would be right; never the value, which may be a name or a phone number.</param>
    void Add(string field, string message);

    void Warn(string field, string message);
}
