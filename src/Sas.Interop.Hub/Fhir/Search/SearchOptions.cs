using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>Settings of searches (section <c>Hub:Search</c>).</summary>
internal sealed class SearchOptions
{
    public const string Section = "Hub:Search";

    /// <summary>How long a search waits for vendors when the caller asks for fresher data; zero never asks them.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:05", ErrorMessage = "Hub:Search:RefreshWithin must be 0 s to 5 s.")]
    public TimeSpan RefreshWithin { get; set; } = TimeSpan.FromMilliseconds(900);

    /// <summary>Answers of this many bytes and more are compressed for callers that accept it.</summary>
    [Range(0, int.MaxValue, ErrorMessage = "Hub:Search:CompressFrom must be 0 to 2147483647 bytes.")]
    public int CompressFrom { get; set; } = 1024;

    /// <summary>Most identifiers in one search for slots.</summary>
    [Range(25, OwnerTokens.MaxIdentifiers, ErrorMessage = "Hub:Search:MaxIdentifiers must be 25 to 1000.")]
    public int MaxIdentifiers { get; set; } = OwnerTokens.MaxIdentifiers;
}
