using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sas.Interop.Scenarios.Tests.Outbox;

/// <summary>What a receiver does to know that a webhook came from the hub; <c>docs/outbox.md</c> shows the method as it stands here.</summary>
internal static class WebhookVerification
{
    public static bool IsGenuine(IReadOnlyDictionary<string, string> headers, byte[] body, byte[] secret, DateTimeOffset now)
    {
        var (id, timestamp) = (headers["Webhook-Id"], headers["Webhook-Timestamp"]);
        var sentAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp, CultureInfo.InvariantCulture));
        byte[] content = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var expected = Encoding.ASCII.GetBytes("v1," + Convert.ToBase64String(HMACSHA256.HashData(secret, content)));
        return (now - sentAt).Duration() < TimeSpan.FromMinutes(5)
            && headers["Webhook-Signature"].Split(' ').Any(signature => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), expected));
    }
}
