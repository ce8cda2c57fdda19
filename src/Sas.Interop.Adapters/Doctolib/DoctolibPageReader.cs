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
    public static ValueTask<Outcome<DoctolibPage>> ReadAsync(
        VendorAnswer answer,
        TimeZoneInfo zone,
        string? onlyAgenda,
        CancellationToken cancellationToken)
    {
        var read = new DoctolibPage { Page = { MadeAt = answer.MadeAt } };
        var reading = new JsonReading(Read, new DoctolibPlainReader(read, zone, onlyAgenda).Take);
        return JsonFeed.FillAsync(read, answer.Body, Shape, reading, cancellationToken);

        HubError? Read(int path, in JsonFeedPosition position, ref Utf8JsonReader value)
        {
            switch (path)
            {
                case 0:
                    ReadSlot(ref value, read, zone, onlyAgenda);
                    break;
                case 1:
                    read.Page.AddDay(JsonText.Identifier(ref value));
                    break;
                default:
                    read.Page.ReadNext(ref value, zone);
                    break;
            }

            return null;
        }
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
            page.Page.Unreadable++;
        }
    }
}
