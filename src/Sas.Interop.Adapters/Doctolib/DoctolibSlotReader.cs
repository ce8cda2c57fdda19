using System.Text.Json;

using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.Doctolib;

/// <summary>Reads the object form of a slot. Of chained appointments (<c>steps</c>) only the first is the slot.</summary>
internal static class DoctolibSlotReader
{
    public static void Read(ref Utf8JsonReader value, DoctolibPage page, TimeZoneInfo zone, string? onlyAgenda)
    {
        var slot = ReadMembers(ref value, zone, withSteps: true);
        var start = slot.Start ?? slot.FirstStepStart;
        var end = slot.FirstStepEnd ?? slot.End;
        if (start is not { } from || slot.Damaged || end <= from)
        {
            page.Page.Unreadable++;
            return;
        }

        page.Times.Add(new DoctolibTime(new ListedSlot(from, end, slot.Agenda ?? onlyAgenda), slot.Practice));
    }

    private static Members ReadMembers(ref Utf8JsonReader value, TimeZoneInfo zone, bool withSteps)
    {
        var read = default(Members);
        while (value.Read() && value.TokenType == JsonTokenType.PropertyName)
        {
            if (value.IsText("start_date"u8))
            {
                read.Start = ReadTime(ref value, zone, ref read);
            }
            else if (value.IsText("end_date"u8))
            {
                read.End = ReadTime(ref value, zone, ref read);
            }
            else if (value.IsText("agenda_id"u8))
            {
                value.Read();
                read.Agenda = JsonText.Identifier(ref value);
            }
            else if (value.IsText("practice_id"u8))
            {
                value.Read();
                read.Practice = JsonText.Identifier(ref value);
            }
            else if (withSteps && value.IsText("steps"u8))
            {
                ReadSteps(ref value, zone, ref read);
            }
            else
            {
                value.TrySkip();
            }
        }

        return read;
    }

    private static void ReadSteps(ref Utf8JsonReader value, TimeZoneInfo zone, ref Members read)
    {
        value.Read();
        if (value.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (value.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"{value.TokenType} where a list of steps is due.");
        }

        for (var first = true; value.Read() && value.TokenType != JsonTokenType.EndArray; first = false)
        {
            if (!first || value.TokenType != JsonTokenType.StartObject)
            {
                value.TrySkip();
                continue;
            }

            var step = ReadMembers(ref value, zone, withSteps: false);
            read.FirstStepStart = step.Start;
            read.FirstStepEnd = step.End;
            read.Damaged |= step.Damaged;
        }
    }

    private static DateTimeOffset? ReadTime(ref Utf8JsonReader value, TimeZoneInfo zone, ref Members read)
    {
        value.Read();
        if (WireInstant.TryRead(ref value, zone, out var instant))
        {
            return instant;
        }

        read.Damaged |= value.TokenType != JsonTokenType.Null;
        return null;
    }

    private record struct Members(
        DateTimeOffset? Start,
        DateTimeOffset? End,
        DateTimeOffset? FirstStepStart,
        DateTimeOffset? FirstStepEnd,
        string? Agenda,
        string? Practice,
        bool Damaged);
}
