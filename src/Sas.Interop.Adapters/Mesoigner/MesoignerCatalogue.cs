using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Mesoigner;

/// <summary>Finds centers in the national list, keeping only those asked for.</summary>
internal sealed class MesoignerCatalogue(VendorHttp http, Uri root, TimeSpan timeToLive)
{
    private static readonly JsonShape Shape = JsonShape.Of("[]");

    /// <returns>The centers found, by id. A list that is not there any more (404, 410) gives none: centers can be asked without it.</returns>
    public async ValueTask<Outcome<IReadOnlyDictionary<string, MesoignerCenter>>> FindAsync(IReadOnlySet<string> ids, CancellationToken cancellationToken)
    {
        var found = await http.CallAsync(
            VendorCall.Get(MesoignerLinks.Centers(root)) with { CacheFor = timeToLive },
            (answer, token) => ReadAsync(answer.Body, ids, token),
            cancellationToken);
        return found.Error?.Code == HubErrorCode.VendorUnknownTarget ? new Dictionary<string, MesoignerCenter>() : found;
    }

    private static async ValueTask<Outcome<IReadOnlyDictionary<string, MesoignerCenter>>> ReadAsync(
        Stream body,
        IReadOnlySet<string> ids,
        CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, MesoignerCenter>(StringComparer.Ordinal);
        var read = await JsonFeed.ReadAsync(
            body,
            Shape,
            (int _, in JsonFeedPosition _, ref Utf8JsonReader value) => Take(found, ids, ref value),
            cancellationToken);
        return read.IsSuccess ? found : read.Error;
    }

    private static HubError? Take(Dictionary<string, MesoignerCenter> found, IReadOnlySet<string> ids, ref Utf8JsonReader value)
    {
        // Listed twice: the entry that can be booked counts.
        if (Read(ref value) is { Id: { } id } center && ids.Contains(id) && (!found.TryGetValue(id, out var known) || known.BookingDisabled))
        {
            found[id] = center;
        }

        return null;
    }

    /// <returns>Null for an unreadable entry, which must not cost the others theirs: its center is asked as one that is not listed.</returns>
    private static MesoignerCenter? Read(ref Utf8JsonReader value)
    {
        try
        {
            return JsonSerializer.Deserialize(ref value, MesoignerJsonContext.Default.MesoignerCenter);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
