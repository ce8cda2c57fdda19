using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sas.Interop.Hub.Configuration.Vendors;

/// <summary>The canonical text of a vendor's settings: independent of the order of members, of comments, and of what is said or left to a default.</summary>
internal static class VendorFingerprint
{
    // A hash with a key of this process alone: a fingerprint that leaks cannot be used to guess a short secret.
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    public static string Of(VendorModel vendor)
    {
        var buffer = new ArrayBufferWriter<byte>(1_024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id", vendor.Id);
            json.WriteString("name", vendor.Name);
            json.WriteString("adapter", vendor.Dialect);
            json.WriteBoolean("enabled", vendor.Enabled);
            json.WriteString("baseUrl", vendor.BaseUrl.AbsoluteUri);
            json.WriteNumber("capabilities", (int)vendor.Capabilities);
            json.WriteString("poll", vendor.Poll.ToString());
            json.WriteString("limits", Text(vendor));
            json.WriteString("freshness", vendor.Freshness.ToString());
            json.WriteString("directory", vendor.DirectoryFile);
            json.WriteString("identifierSystems", string.Join(' ', vendor.IdentifierSystems));
            json.WriteString("allowedHosts", string.Join(' ', vendor.AllowedHosts));
            json.WriteString("bookingHosts", string.Join(' ', vendor.BookingPages.Hosts));
            json.WriteBoolean("privateNetwork", vendor.PrivateNetwork);
            json.WriteStartObject("secrets");
            foreach (var (name, value) in vendor.Secrets.OrderBy(static secret => secret.Key, StringComparer.Ordinal))
            {
                json.WriteString(name, Convert.ToHexString(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(value))));
            }

            json.WriteEndObject();
            json.WritePropertyName("options");
            Canonical(json, vendor.Options);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Text(VendorModel vendor)
    {
        var limits = vendor.Limits;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{limits.RequestsPerSecond:R} {limits.Concurrency} {limits.Timeout} {limits.Retries} {limits.BreakerFailures} {limits.BreakerPause} {limits.MaxBodyBytes}");
    }

    private static void Canonical(Utf8JsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined:
                json.WriteNullValue();
                break;
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(static member => member.Name, StringComparer.Ordinal))
                {
                    json.WritePropertyName(member.Name);
                    Canonical(json, member.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Canonical(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }
}
