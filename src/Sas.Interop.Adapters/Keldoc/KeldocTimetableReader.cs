using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.Keldoc;

/// <summary>Reads a timetable answer as it streams: a map of days, a next date, a telephone number, nothing, or several of them.</summary>
internal static class KeldocTimetableReader
{
    // The last two are two forms of one telephone number, of which only the presence matters.
    private static readonly JsonShape Shape = JsonShape.Of("availabilities.*", "availabilities.*[]", "date", "phone_number", "num");

    public static ValueTask<Outcome<KeldocPage>> ReadAsync(VendorAnswer answer, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var read = new KeldocPage { Page = { MadeAt = answer.MadeAt } };
        var reading = new JsonReading(Read, new KeldocPlainReader(read.Page, zone).Take);
        return JsonFeed.FillAsync(read, answer.Body, Shape, reading, cancellationToken);

        HubError? Read(int path, in JsonFeedPosition position, ref Utf8JsonReader value)
        {
            switch (path)
            {
                case 0:
                    OpenDay(ref value, position.Key, read.Page);
                    break;
                case 1:
                    ReadSlot(ref value, read.Page, zone);
                    break;
                case 2:
                    read.Page.ReadNext(ref value, zone);
                    break;
                default:
                    read.HasPhone |= JsonText.Identifier(ref value) is not null;
                    break;
            }

            return null;
        }
    }

    private static void OpenDay(ref Utf8JsonReader value, string? key, SlotPage page)
    {
        page.AddDay(key);
        if (value.TokenType is not (JsonTokenType.Null or JsonTokenType.StartArray))
        {
            throw new JsonException($"{value.TokenType} where the list of a day is due.");
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
            if (value.IsText("start_time"u8))
            {
                value.Read();
                start = WireInstant.TryRead(ref value, zone, out var instant) ? instant : null;
            }
            else if (value.IsText("agenda_id"u8))
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
