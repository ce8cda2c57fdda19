using System.Text;
using System.Text.Json;

namespace Sas.Interop.Scenarios.Tests.Outbox;

/// <summary>One request that a receiver got.</summary>
internal sealed record Delivery(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string? Id => Headers.GetValueOrDefault("Webhook-Id");

    public string? Stream => Headers.GetValueOrDefault("Webhook-Stream");

    public string? Sequence => Headers.GetValueOrDefault("Webhook-Sequence");

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonElement.Parse(Body);
}
