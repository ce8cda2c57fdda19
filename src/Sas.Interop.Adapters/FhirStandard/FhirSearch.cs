using Sas.Interop.Adapters.Http;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>Runs one search over all its pages, on the vendor's hosts and within bounds whatever the pages claim.</summary>
internal sealed class FhirSearch(VendorHttp http, FhirStandardOptions options, FhirReadOptions bounds, TimeProvider time)
{
    private const int MaxEntries = 200_000;

    public async ValueTask<SearchResult> RunAsync(Uri first, CancellationToken cancellationToken)
    {
        var result = new SearchResult();
        var reader = new SearchsetReader(new KindTable(), bounds, time);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var entries = 0;
        for (var uri = first; result.Fault is null;)
        {
            visited.Add(uri.AbsoluteUri);
            var outcome = await http.CallAsync(VendorCall.Get(uri), reader.ReadAsync, cancellationToken);
            if (!outcome.IsSuccess)
            {
                result.Fault = outcome.Error;
                break;
            }

            var page = outcome.Value;
            result.Add(page);
            result.Fault = page.SaysIncomplete
                ? new HubError(HubErrorCode.VendorFailed, "The vendor says in an OperationOutcome entry that its answer is not whole.")
                : null;
            entries += page.Content.Slots.Count + page.Content.Resources.Count;
            if (page.Next is null)
            {
                break;
            }

            var next = Follow(page.Next, uri, visited);
            result.Fault ??= entries > MaxEntries ? new HubError(HubErrorCode.VendorTooLarge, $"The search gave more than {MaxEntries} entries.") : next.Error;
            uri = next.Value ?? uri;
        }

        return result;
    }

    private Outcome<Uri> Follow(string next, Uri current, HashSet<string> visited)
    {
        if (visited.Count >= options.MaxPages)
        {
            return new HubError(HubErrorCode.VendorTooLarge, $"The search goes on after {options.MaxPages} pages.");
        }

        if (next.Length == 0 || !Uri.TryCreate(current, next, out var uri))
        {
            return new HubError(HubErrorCode.VendorInvalidValue, "The link to the next page has no readable address.");
        }

        if (http.Refuse(uri) is { } refused)
        {
            return refused;
        }

        return visited.Contains(uri.AbsoluteUri)
            ? new HubError(HubErrorCode.VendorInvalidValue, "The link to the next page leads back to a page already read.")
            : uri;
    }
}
