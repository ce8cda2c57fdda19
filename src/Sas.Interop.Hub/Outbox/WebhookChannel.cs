using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Outbox;

/// <summary>A signed POST of JSON to whoever wants to hear of changes. Stream and number stand in the signed body, so that a receiver can tell a late state from a new one.</summary>
internal sealed class WebhookChannel(OutboxHttp http, TimeProvider time) : IOutboxChannel
{
    public string Kind => "webhook";

    public IReadOnlyList<string> Carries { get; } = [OutboxKinds.Appointment, OutboxKinds.Orientation];

    public bool Signs => true;

    public bool SkipsOvertaken => false;

    public async Task<DeliveryVerdict> SendAsync(OutboxDestination destination, OutboxLetter letter, CancellationToken cancellationToken)
    {
        var secrets = destination.Secrets.Select(SigningSecret.Read).ToList();
        if (secrets.Find(static secret => secret.Key is null).Fault is { } fault)
        {
            return DeliveryVerdict.Failed($"secret: {fault}");
        }

        var body = BodyOf(letter);
        var id = string.Create(CultureInfo.InvariantCulture, $"msg_{letter.Kind}_{letter.Stream}_{letter.Number}");
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, destination.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Webhook-Id", id);
        request.Headers.Add("Webhook-Timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Webhook-Signature", WebhookSignature.Of(secrets.Select(static secret => secret.Key).OfType<byte[]>(), id, timestamp, body));
        request.Headers.Add("Webhook-Stream", letter.Stream);
        request.Headers.Add("Webhook-Sequence", letter.Number.ToString(CultureInfo.InvariantCulture));
        return await http.SendAsync(destination, request, cancellationToken);
    }

    private static byte[] BodyOf(OutboxLetter letter)
    {
        var bytes = new ArrayBufferWriter<byte>(letter.Payload.Length + 256);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("type", letter.Kind);
            json.WriteString("timestamp", letter.CreatedAt.UtcDateTime);
            json.WriteString("stream", letter.Stream);
            json.WriteNumber("sequence", letter.Number);
            json.WritePropertyName("data");
            json.WriteRawValue(letter.Payload);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }
}
