namespace Sas.Interop.Hub.Persistence;

/// <summary>Identifiers of what the hub keeps: FHIR ids that grow with time, so that an index is filled at its end.</summary>
internal static class RowIds
{
    /// <summary>Characters of an id.</summary>
    public const int Length = 32;

    public static string Create(DateTimeOffset now) => Guid.CreateVersion7(now).ToString("N");
}
