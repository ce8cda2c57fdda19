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

    public static ValueTask<Outcome<KeldocPage>> ReadAsync(VendorAnswer answer, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var read = new KeldocPage { Page = { MadeAt = answer.MadeAt } };
        return JsonFeed.FillAsync(
            read,
            answer.Body,
            Shape,
            (int path, in JsonFeedPosition position, ref Utf8JsonReader value) =>
            {
                switch (path)
                {
                    case 0:
                        ReadDay(ref value, position.Key, read.Page, zone);
                        break;
                    case 1:
                        read.Page.ReadNext(ref value, zone);
                        break;
                    default:
                        read.HasPhone |= JsonText.Identifier(ref value) is not null;
                        break;
                }

                return null;
            },
            cancellationToken);
    }

    private static void ReadDay(ref Utf8JsonReader value, string? key, SlotPage page, TimeZoneInfo zone)
    {
        page.AddDay(key);
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

    private static void ReadSlot(ref Utf8JsonReader value, SlotPage page, TimeZoneInfo zone)
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
            page.Times.Add(new ListedSlot(from, null, agenda));
        }
        else
        {
            page.Unreadable++;
        }
    }
}
