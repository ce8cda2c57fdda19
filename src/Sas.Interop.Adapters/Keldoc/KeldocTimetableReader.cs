using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Keldoc;

/// <summary>Reads a timetable answer as it streams: a map of days, a next date, a telephone number, nothing, or several of them.</summary>
internal static class KeldocTimetableReader
{
    // The third and fourth are two forms of one telephone number, of which only the presence matters.
    private static readonly JsonShape Shape = JsonShape.Of("availabilities.*", "date", "phone_number", "num");

    public static async ValueTask<Outcome<KeldocPage>> ReadAsync(VendorAnswer answer, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var page = new KeldocPage { MadeAt = answer.MadeAt };
        var outcome = await JsonFeed.ReadAsync(
            answer.Body,
            Shape,
            (int path, in JsonFeedPosition position, ref Utf8JsonReader value) =>
            {
                switch (path)
                {
                    case 0:
                        ReadDay(ref value, position.Key, page, zone);
                        break;
                    case 1:
                        ReadNext(ref value, page, zone);
                        break;
                    default:
                        page.HasPhone |= JsonText.Identifier(ref value) is not null;
                        break;
                }

                return null;
            },
            cancellationToken);
        return outcome.IsSuccess ? page : outcome.Error;
    }

    private static void ReadDay(ref Utf8JsonReader value, string? key, KeldocPage page, TimeZoneInfo zone)
    {
        if (key is { Length: >= 10 } && Instants.TryReadDay(key.AsSpan(0, 10), out var day))
        {
            page.Days.Add(day);
        }

        if (value.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (value.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"{value.TokenType} where the list of a day is due.");
        }

        while (value.Read() && value.TokenType != JsonTokenType.EndArray)
        {
            ReadSlot(ref value, page, zone);
        }
    }

    private static void ReadSlot(ref Utf8JsonReader value, KeldocPage page, TimeZoneInfo zone)
    {
        if (value.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"{value.TokenType} where a slot is due.");
        }

        DateTimeOffset? start = null;
        string? agenda = null;
        while (value.Read() && value.TokenType == JsonTokenType.PropertyName)
        {
            if (value.ValueTextEquals("start_time"u8))
            {
                value.Read();
                start = WireInstant.TryRead(ref value, zone, out var instant) ? instant : null;
            }
            else if (value.ValueTextEquals("agenda_id"u8))
            {
                value.Read();
                agenda = JsonText.Identifier(ref value);
            }
            else
            {
                value.TrySkip();
            }
        }

        if (start is { } from)
        {
            page.Slots.Add(new ListedSlot(from, null, agenda));
        }
        else
        {
            page.Unreadable++;
        }
    }

    private static void ReadNext(ref Utf8JsonReader value, KeldocPage page, TimeZoneInfo zone)
    {
        if (WireInstant.TryReadOrDay(ref value, zone, out var next))
        {
            page.Next = next;
        }
        else if (value.TokenType != JsonTokenType.Null)
        {
            page.Unreadable++;
        }
    }
}
