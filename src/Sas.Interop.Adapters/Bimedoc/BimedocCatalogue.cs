using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Bimedoc;

/// <summary>The national list of pharmacies that have slots. One that is not in it has none (VENDORS §10), so the list is read strictly.</summary>
internal sealed class BimedocCatalogue(VendorHttp http, Uri root, TimeSpan timeToLive)
{
    private static readonly JsonShape Shape = JsonShape.Of("[].id");

    /// <returns>Those of the ids that are listed. A list that is not there any more (404, 410) gives them all: pharmacies can be asked without it.</returns>
    public async ValueTask<Outcome<HashSet<string>>> ListedAsync(HashSet<string> ids, TimeWindow window, CancellationToken cancellationToken)
    {
        var listed = await http.CallAsync(
            VendorCall.Get(BimedocLinks.Pharmacies(root, window)) with { CacheFor = timeToLive },
            (answer, token) => ReadAsync(answer.Body, ids, token),
            cancellationToken);
        return listed.Error?.Code == HubErrorCode.VendorUnknownTarget ? ids : listed;
    }

    private static ValueTask<Outcome<HashSet<string>>> ReadAsync(Stream body, HashSet<string> ids, CancellationToken cancellationToken)
    {
        var listed = new HashSet<string>(ids.Comparer);
        return JsonFeed.FillAsync(
            listed,
            body,
            Shape,
            (int _, in JsonFeedPosition _, ref Utf8JsonReader value) =>
            {
                if (JsonText.Identifier(ref value) is { } id && ids.Contains(id))
                {
                    listed.Add(id);
                }

                return null;
            },
            cancellationToken);
    }
}
