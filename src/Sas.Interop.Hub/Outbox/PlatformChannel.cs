using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Outbox;

/// <summary>
/// Relays appointments to the platform as INT_R03 (CONTRACT §4.3): a conditional update by the vendor's identifier, which creates what is not known there, so that a repeat changes nothing.
/// </summary>
internal sealed class PlatformChannel(OutboxHttp http) : IOutboxChannel
{
    private const string MediaType = "application/fhir+json";

    public string Kind => "platform";

    public IReadOnlyList<string> Carries { get; } = [OutboxKinds.Appointment];

    public bool Signs => false;

    public bool SkipsOvertaken => true;

    public async Task<DeliveryVerdict> SendAsync(OutboxDestination destination, OutboxLetter letter, CancellationToken cancellationToken)
    {
        if (Parse(letter.Payload) is not { } resource || CriterionOf(resource) is not { } criterion)
        {
            return DeliveryVerdict.Refused("the appointment has no identifier");
        }

        // Ids and versions are the hub's own: the receiver has others, and must refuse a resource that names another id (R4, conditional update).
        resource.Remove("id");
        if (resource["meta"] is JsonObject meta)
        {
            meta.Remove("versionId");
            meta.Remove("lastUpdated");
        }

        var address = new Uri($"{destination.Url.AbsoluteUri.TrimEnd('/')}/Appointment?identifier={Uri.EscapeDataString(criterion)}");
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new StringContent(resource.ToJsonString()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaType) { CharSet = "utf-8" };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaType));
        var verdict = await http.SendAsync(destination, request, cancellationToken);

        // Two updates that meet there are no refusal of either.
        return verdict is { End: DeliveryEnd.Refused, Cause: "status 409" or "status 412" } ? DeliveryVerdict.Failed(verdict.Cause) : verdict;
    }

    private static JsonObject? Parse(string payload)
    {
        try
        {
            return JsonNode.Parse(payload) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? CriterionOf(JsonObject resource) =>
        resource["identifier"] is JsonArray { Count: > 0 } identifiers
        && identifiers[0] is JsonObject identifier
        && identifier["value"] is JsonValue value && value.TryGetValue<string>(out var text)
            ? $"{(identifier["system"] is JsonValue system && system.TryGetValue<string>(out var uri) ? uri : string.Empty)}|{text}"
            : null;
}
