using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sas.Interop.Hub.Outbox;

/// <summary>Signs a webhook by the known scheme of Standard Webhooks: HMAC-SHA256 over id, time and body.</summary>
internal static class WebhookSignature
{
    /// <returns>The value of <c>Webhook-Signature</c>: one signature a key, of which the receiver needs to know one.</returns>
    public static string Of(IEnumerable<byte[]> keys, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}."));
        byte[] content = [.. head, .. body];
        return string.Join(' ', keys.Select(key => "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, content))));
    }
}
