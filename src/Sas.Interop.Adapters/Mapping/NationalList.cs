using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>A vendor's national list, read once a pull; only the entries asked for are kept.</summary>
/// <typeparam name="T">What is kept of an entry.</typeparam>
internal sealed class NationalList<T>(VendorHttp http, VendorCall call, ListEntry<T> entry)
    where T : class
{
    /// <returns>The entries found, by id. A list that is not there any more (404, 410) gives none: targets can be asked without it.</returns>
    public async ValueTask<Outcome<IReadOnlyDictionary<string, T>>> FindAsync(IReadOnlySet<string> ids, CancellationToken cancellationToken)
    {
        var found = await http.CallAsync(call, (answer, token) => ReadAsync(answer.Body, ids, token), cancellationToken);
        return found.Error?.Code == HubErrorCode.VendorUnknownTarget ? new Dictionary<string, T>() : found;
    }

    private ValueTask<Outcome<IReadOnlyDictionary<string, T>>> ReadAsync(Stream body, IReadOnlySet<string> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        return JsonFeed.FillAsync<IReadOnlyDictionary<string, T>>(
            found,
            body,
            entry.Shape,
            (int _, in JsonFeedPosition _, ref Utf8JsonReader value) => Take(found, ids, ref value),
            cancellationToken);
    }

    private HubError? Take(Dictionary<string, T> found, IReadOnlySet<string> ids, ref Utf8JsonReader value)
    {
        if (entry.ObjectsOnly && value.TokenType != JsonTokenType.StartObject)
        {
            return new HubError(HubErrorCode.VendorMalformed, "The national list holds something else than entries, as a refusal does.");
        }

        if (Read(ref value) is { } read && entry.IdOf(read) is { } id && ids.Contains(id) && (!found.TryGetValue(id, out var known) || entry.GivesWay(known)))
        {
            found[id] = read;
        }

        return null;
    }

    /// <returns>Null for an unreadable entry, which must not cost the others theirs: its target is asked as one that is not listed.</returns>
    private T? Read(ref Utf8JsonReader value)
    {
        try
        {
            return JsonSerializer.Deserialize(ref value, entry.Type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
