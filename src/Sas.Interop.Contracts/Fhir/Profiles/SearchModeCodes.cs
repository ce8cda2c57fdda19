namespace Sas.Interop.Contracts.Fhir.Profiles;

/// <summary>Why an entry is in a search result (CONTRACT §3.7, D04).</summary>
public static class SearchModeCodes
{
    /// <summary>It matches the search.</summary>
    public const string Match = "match";

    /// <summary>A match needs it.</summary>
    public const string Include = "include";

    /// <summary>It tells about the search itself.</summary>
    public const string Outcome = "outcome";
}
