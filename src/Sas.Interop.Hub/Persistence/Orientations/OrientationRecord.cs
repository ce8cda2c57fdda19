using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>An orientation as others are told of it: what was done, by whom, where it stands. It holds neither links nor the vendor's reference of a hold.</summary>
internal static class OrientationRecord
{
    public static string Write(OrientationRow row)
    {
        var output = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(output))
        {
            Write(json, row);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>Writes one object; members that hold nothing are left out.</summary>
    public static void Write(Utf8JsonWriter json, OrientationRow row)
    {
        json.WriteStartObject();
        json.WriteString("id", row.Id);
        json.WriteString("kind", row.Kind);
        json.WriteString("state", row.State);
        json.WriteNumber("version", row.Version);
        json.WriteString("createdAt", row.CreatedAt);
        json.WriteString("changedAt", row.ChangedAt);
        json.WriteStartObject("regulator");
        json.WriteString("system", row.RegulatorSystem);
        json.WriteString("value", row.RegulatorValue);
        json.WriteEndObject();
        Text(json, "territory", row.Territory);
        json.WriteString("owner", row.Owner);
        Text(json, "place", row.PlaceKey);
        Text(json, "postalCode", row.PostalCode);
        Text(json, "vendor", row.VendorId.Length > 0 ? row.VendorId : null);
        Text(json, "slot", row.SlotId);
        Instant(json, "start", row.SlotStart);
        Instant(json, "end", row.SlotEnd);
        Text(json, "appointment", row.AppointmentId);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Instant(Utf8JsonWriter json, string name, DateTimeOffset? instant)
    {
        if (instant is { } known)
        {
            json.WriteString(name, known);
        }
    }
}
