namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>Criteria of a search.</summary>
[Flags]
internal enum SearchCriteria
{
    None = 0,

    /// <summary>Whose slots.</summary>
    Owners = 1,

    /// <summary>The earliest start.</summary>
    From = 2,

    /// <summary>The latest start.</summary>
    To = 4,

    Status = 8,

    /// <summary>Slots or schedules by their own ids, which makes the other criteria dispensable.</summary>
    Ids = 16,
}
