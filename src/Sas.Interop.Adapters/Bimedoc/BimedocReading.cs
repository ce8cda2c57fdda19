using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Bimedoc;

/// <summary>The times of one pharmacy.</summary>
internal sealed class BimedocReading(TimeZoneInfo zone, ZMeaning z)
{
    private static readonly JsonShape Shape = JsonShape.Of("slots[]", "id", "message", "detail", "error");
    private bool _known;
    private bool _refusal;

    public StartList Starts { get; } = new();

    public int Unreadable { get; private set; }

    public DateTimeOffset? MadeAt { get; private init; }

    /// <summary>An empty object is the vendor's way to say "none" (VENDORS §10); an object that only explains itself is a refusal.</summary>
    public static async ValueTask<Outcome<BimedocReading>> ReadAsync(VendorAnswer answer, TimeZoneInfo zone, ZMeaning z, CancellationToken cancellationToken)
    {
        var reading = new BimedocReading(zone, z) { MadeAt = answer.MadeAt };
        var read = await JsonFeed.ReadAsync(answer.Body, Shape, reading.Take, cancellationToken);
        if (!read.IsSuccess)
        {
            return read.Error;
        }

        return reading._refusal && !reading._known
            ? new HubError(HubErrorCode.VendorMalformed, "The answer is a message where a pharmacy is due.")
            : reading;
    }

    private HubError? Take(int path, in JsonFeedPosition position, ref Utf8JsonReader value)
    {
        switch (path)
        {
            case 0:
                _known = true;
                Add(JsonSerializer.Deserialize(ref value, BimedocJsonContext.Default.BimedocSlot));
                break;
            case 1:
                _known = true;
                break;
            default:
                _refusal = true;
                break;
        }

        return null;
    }

    private void Add(BimedocSlot? slot)
    {
        if (slot is null || !TryStart(slot.Start, out var start))
        {
            Unreadable++;
            return;
        }

        Starts.Add(start, [slot.Product]);
    }

    private bool TryStart(string? text, out DateTimeOffset start)
    {
        if (!Instants.TryRead(text, zone, out start))
        {
            return false;
        }

        if (z == ZMeaning.Local && text?.TrimEnd() is [.., 'Z' or 'z'])
        {
            start = PlaceZone.ToInstant(start.DateTime, zone);
        }

        return true;
    }
}
