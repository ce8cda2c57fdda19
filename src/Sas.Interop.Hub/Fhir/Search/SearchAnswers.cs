using System.Collections.Concurrent;

using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>Lends <see cref="SearchAnswer"/>s, so that a search allocates next to nothing.</summary>
internal sealed class SearchAnswers(
    IAvailabilityReader index,
    IDirectoryLookup directory,
    IVendorCatalog catalog,
    IPreferenceReader preferences,
    IMarketplaceReader marketplace) : IDisposable
{
    /// <summary>Kept for later; more searches than this at once make their own and let them go.</summary>
    private const int MostKept = 64;

    private readonly ConcurrentBag<SearchAnswer> _free = [];

    public SearchAnswer Rent() => _free.TryTake(out var answer) ? answer : new SearchAnswer(new SearchSurvey(index, directory, preferences, marketplace, new FreshnessReview(directory, catalog)));

    public void Return(SearchAnswer answer)
    {
        answer.Clear();
        if (_free.Count < MostKept)
        {
            _free.Add(answer);
        }
        else
        {
            answer.Dispose();
        }
    }

    public void Dispose()
    {
        while (_free.TryTake(out var answer))
        {
            answer.Dispose();
        }
    }
}
