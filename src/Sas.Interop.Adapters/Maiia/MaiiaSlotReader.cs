using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.Maiia;

/// <summary>Reads a page of slots as it streams.</summary>
/// <param name="zone">Zone of the place, for times without offset.</param>
/// <param name="center">The center asked for; slots of another center are not the target's. Null when the key of the directory is no id of a center.</param>
/// <param name="practitioner">The practitioner asked for, or null for all of the center.</param>
internal sealed class MaiiaSlotReader(TimeZoneInfo zone, string? center, string? practitioner)
{
    private static readonly JsonShape Shape = JsonShape.Of("items![]", "total");

    public ValueTask<Outcome<MaiiaPage<MaiiaSlot>>> ReadAsync(VendorAnswer answer, CancellationToken cancellationToken)
    {
        var page = new MaiiaPage<MaiiaSlot> { MadeAt = answer.MadeAt };
        var known = practitioner ?? string.Empty;
        var plain = new ObjectPattern("startDateTime"u8.ToArray(), "endDateTime"u8.ToArray(), "practitionerId"u8.ToArray(), "centerId"u8.ToArray());
        var ids = new SharedTexts();
        return JsonFeed.FillAsync(page, answer.Body, Shape, new JsonReading(Handle, Take), cancellationToken);

        HubError? Handle(int path, in JsonFeedPosition position, ref Utf8JsonReader value)
        {
            if (path == 1)
            {
                page.Total = JsonText.Integer(ref value);
            }
            else
            {
                Keep(page, Read(ref value, ref known));
            }

            return null;
        }

        int Take(int path, ReadOnlySpan<byte> utf8)
        {
            var text = new JsonGlance(utf8);
            if (path != 0
                || utf8[0] != '{'
                || !plain.TryRead(ref text)
                || !ExactInstant.TryRead(utf8, plain[0], zone, out var start)
                || !ExactInstant.TryRead(utf8, plain[1], zone, out var end)
                || !JsonPlain.TryIdentifier(utf8, plain[2], ids, out var of)
                || !JsonPlain.TryIdentifier(utf8, plain[3], ids, out var at))
            {
                return 0;
            }

            Keep(page, new Members(start, end, of, at, Damaged: false));
            return text.At;
        }
    }

    private void Keep(MaiiaPage<MaiiaSlot> page, in Members read)
    {
        page.Count++;
        page.Print = HashCode.Combine(page.Print, read.Start, read.End, read.Practitioner, read.Center, read.Damaged);
        var others = (center is not null && read.Center is not null && !string.Equals(read.Center, center, StringComparison.OrdinalIgnoreCase))
            || (practitioner is not null && read.Practitioner is not null && !string.Equals(read.Practitioner, practitioner, StringComparison.OrdinalIgnoreCase));
        if (others)
        {
            page.Tally += new SnapshotTally(0, 0, 0, 1);
        }
        else if (read.Start is not { } start || read.Damaged || read.End <= start)
        {
            page.Tally += new SnapshotTally(0, 1, 0, 0);
        }
        else
        {
            page.Items.Add(new MaiiaSlot(start, read.End, read.Practitioner ?? string.Empty));
        }
    }

    /// <param name="value">On the start of the item.</param>
    /// <param name="known">The practitioner of the item before: a page rarely holds more than a few, so that its text is shared.</param>
    private Members Read(ref Utf8JsonReader value, ref string known)
    {
        if (value.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"{value.TokenType} where a slot is due.");
        }

        var read = default(Members);
        while (value.Read() && value.TokenType == JsonTokenType.PropertyName)
        {
            if (value.IsText("startDateTime"u8))
            {
                read.Start = Time(ref value, ref read);
            }
            else if (value.IsText("endDateTime"u8))
            {
                read.End = Time(ref value, ref read);
            }
            else if (value.IsText("practitionerId"u8))
            {
                read.Practitioner = Shared(ref value, ref known);
            }
            else if (value.IsText("centerId"u8))
            {
                read.Center = center is not null && value.Read() && value.TokenType == JsonTokenType.String && value.IsText(center)
                    ? center
                    : Identifier(ref value);
            }
            else
            {
                value.TrySkip();
            }
        }

        return read;
    }

    private static string? Shared(ref Utf8JsonReader value, ref string known)
    {
        value.Read();
        if (value.TokenType == JsonTokenType.String && value.IsText(known) && known.Length > 0)
        {
            return known;
        }

        var read = JsonText.Identifier(ref value);
        known = read ?? known;
        return read;
    }

    private static string? Identifier(ref Utf8JsonReader value)
    {
        if (value.TokenType == JsonTokenType.PropertyName)
        {
            value.Read();
        }

        return JsonText.Identifier(ref value);
    }

    private DateTimeOffset? Time(ref Utf8JsonReader value, ref Members read)
    {
        value.Read();
        if (WireInstant.TryRead(ref value, zone, out var instant))
        {
            return instant;
        }

        read.Damaged |= value.TokenType != JsonTokenType.Null;
        return null;
    }

    private record struct Members(DateTimeOffset? Start, DateTimeOffset? End, string? Practitioner, string? Center, bool Damaged);
}
