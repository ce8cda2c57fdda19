using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Valwin;

/// <summary>Finds pharmacies in the national list, keeping only those asked for.</summary>
internal sealed class ValwinCatalogue(VendorHttp http, Uri root, TimeSpan timeToLive)
{
    // The list is a map from a label to a pharmacy.
    private static readonly JsonShape Shape = JsonShape.Of("*");

    /// <returns>The pharmacies found, by id. A list that is not there any more (404, 410) gives none: pharmacies can be asked without it.</returns>
    public async ValueTask<Outcome<IReadOnlyDictionary<string, ValwinPharmacy>>> FindAsync(IReadOnlySet<string> ids, CancellationToken cancellationToken)
    {
        var found = await http.CallAsync(
            VendorCall.Get(ValwinLinks.Pharmacies(root)) with { CacheFor = timeToLive },
            (answer, token) => ReadAsync(answer.Body, ids, token),
            cancellationToken);
        return found.Error?.Code == HubErrorCode.VendorUnknownTarget ? new Dictionary<string, ValwinPharmacy>() : found;
    }

    private static async ValueTask<Outcome<IReadOnlyDictionary<string, ValwinPharmacy>>> ReadAsync(
        Stream body,
        IReadOnlySet<string> ids,
        CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, ValwinPharmacy>(StringComparer.Ordinal);
        var read = await JsonFeed.ReadAsync(
            body,
            Shape,
            (int _, in JsonFeedPosition _, ref Utf8JsonReader value) => Take(found, ids, ref value),
            cancellationToken);
        return read.IsSuccess ? found : read.Error;
    }

    private static HubError? Take(Dictionary<string, ValwinPharmacy> found, IReadOnlySet<string> ids, ref Utf8JsonReader value)
    {
        if (value.TokenType != JsonTokenType.StartObject)
        {
            return new HubError(HubErrorCode.VendorMalformed, "The list of pharmacies holds something else, as a refusal does.");
        }

        // Listed twice under two labels: the entry that has a slot counts.
        if (Read(ref value) is { Id: { } id } pharmacy && ids.Contains(id) && (!found.TryGetValue(id, out var known) || known.SaysNone))
        {
            found[id] = pharmacy;
        }

        return null;
    }

    /// <returns>Null for an unreadable entry, which must not cost the others theirs: its pharmacy is asked as one that is not listed.</returns>
    private static ValwinPharmacy? Read(ref Utf8JsonReader value)
    {
        try
        {
            return JsonSerializer.Deserialize(ref value, ValwinJsonContext.Default.ValwinPharmacy);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
