using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Doctolib;

/// <summary>Reads an availability answer as it streams.</summary>
internal static class DoctolibPageReader
{
    private static readonly JsonShape Shape = JsonShape.Of("availabilities![].slots[]", "availabilities[].date", "next_slot");

    /// <param name="answer">The answer.</param>
    /// <param name="zone">Zone of the place, for times without offset.</param>
    /// <param name="onlyAgenda">The agenda of times that name none, when only one was asked for; null otherwise.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async ValueTask<Outcome<DoctolibPage>> ReadAsync(
        VendorAnswer answer,
        TimeZoneInfo zone,
        string? onlyAgenda,
        CancellationToken cancellationToken)
    {
        var page = new DoctolibPage { MadeAt = answer.MadeAt };
        var outcome = await JsonFeed.ReadAsync(
            answer.Body,
            Shape,
            (int path, in JsonFeedPosition _, ref Utf8JsonReader value) =>
            {
                switch (path)
                {
                    case 0:
                        ReadSlot(ref value, page, zone, onlyAgenda);
                        break;
                    case 1:
                        ReadDay(ref value, page);
                        break;
                    default:
                        ReadNext(ref value, page, zone);
                        break;
                }

                return null;
            },
            cancellationToken);
        return outcome.IsSuccess ? page : outcome.Error;
    }

    private static void ReadSlot(ref Utf8JsonReader value, DoctolibPage page, TimeZoneInfo zone, string? onlyAgenda)
    {
        if (value.TokenType == JsonTokenType.StartObject)
        {
            DoctolibSlotReader.Read(ref value, page, zone, onlyAgenda);
        }
        else if (WireInstant.TryRead(ref value, zone, out var start))
        {
            page.Times.Add(new DoctolibTime(new ListedSlot(start, null, onlyAgenda), null));
        }
        else
        {
            page.Unreadable++;
        }
    }

    private static void ReadDay(ref Utf8JsonReader value, DoctolibPage page)
    {
        // The day may be written as an instant of its midnight: only its first ten characters matter.
        if (JsonText.Identifier(ref value) is { Length: >= 10 } text && Instants.TryReadDay(text.AsSpan(0, 10), out var day))
        {
            page.Days.Add(day);
        }
    }

    private static void ReadNext(ref Utf8JsonReader value, DoctolibPage page, TimeZoneInfo zone)
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
