using Sas.Interop.Adapters.Http;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Maiia;

/// <summary>
/// Reads a list page by page until one has fewer items than the limit. A vendor that caps the limit is followed as long as its own total says that items are
/// missing; one that repeats a page is not followed.
/// </summary>
internal sealed class MaiiaList<T>(VendorHttp http, int limit, int maxPages)
{
    public List<MaiiaPage<T>> Pages { get; } = [];

    /// <summary>Whether the end of the list was read.</summary>
    public bool Complete { get; private set; }

    /// <returns>The failure that ended the reading, or null; the pages before it are kept.</returns>
    public async ValueTask<HubError?> ReadAsync(
        Func<int, VendorCall> call,
        Func<VendorAnswer, CancellationToken, ValueTask<Outcome<MaiiaPage<T>>>> read,
        CancellationToken cancellationToken)
    {
        var count = 0L;
        var previous = default(MaiiaPage<T>);
        for (var number = 0; number < maxPages; number++)
        {
            var outcome = await http.CallAsync(call(number), read, cancellationToken);
            if (!outcome.IsSuccess)
            {
                return outcome.Error;
            }

            var page = outcome.Value;
            if (previous is not null && page.Count > 0 && page.Count == previous.Count && page.Print == previous.Print)
            {
                // The vendor does not page: what it gave is all there is, unless its own total says otherwise.
                Complete = !(page.Total > count);
                return null;
            }

            Pages.Add(page);
            previous = page;
            count += page.Count;
            if (page.Count == 0 || (page.Count < limit && !(page.Total > count)))
            {
                Complete = !(page.Total > count);
                return null;
            }
        }

        return null;
    }
}
