using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>All pages of one search, as far as they could be read.</summary>
internal sealed class SearchResult
{
    public List<BundleContent> Pages { get; } = [];

    /// <summary>The oldest of the pages' times; null when none tells one.</summary>
    public DateTimeOffset? DataTime { get; private set; }

    /// <summary>Why the result is not whole; null when it is.</summary>
    public HubError? Fault { get; set; }

    public void Add(SearchsetPage page)
    {
        Pages.Add(page.Content);
        DataTime = DataTime is null || page.DataTime < DataTime ? page.DataTime ?? DataTime : DataTime;
    }
}
