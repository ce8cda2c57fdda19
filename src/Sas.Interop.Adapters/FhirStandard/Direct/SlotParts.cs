using Sas.Interop.Adapters.Json;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard.Direct;

/// <summary>
/// Members of slots as the reader of the model reads them, each by itself. A member is read once for the same bytes; one in which that reader finds an error
/// makes the whole entry its business.
/// </summary>
internal sealed class SlotParts(FhirReadOptions options)
{
    // A member of an entry's resource lies three levels deeper than the member of a resource alone.
    private const int LevelsAbove = 3;
    private readonly FhirReadOptions _alone = options with { MaxDepth = Math.Max(1, options.MaxDepth - LevelsAbove) };
    private readonly ByteTable<Slot> _read = new(256);
    private readonly ObjectPattern _reference = new("reference"u8.ToArray());

    /// <summary>A slot that holds this member and nothing else; null when there is no such member.</summary>
    /// <returns>False when the member has an error.</returns>
    public bool TryFind(ReadOnlySpan<byte> utf8, in PatternValue value, out Slot? part)
    {
        part = value.Memory?.Meaning as Slot;
        if (part is not null || value.Length == 0)
        {
            return true;
        }

        // A text of another member may have the same bytes, so the name is part of the key.
        var raw = utf8.Slice(value.Start, value.Length);
        byte[] alone = [.. "{\"resourceType\":\"Slot\",\""u8, .. value.Member.Name, .. "\":"u8, .. raw, (byte)'}'];
        part = _read.Find(alone, out var place);
        if (part is null)
        {
            var result = FhirJson.Read<Slot>(alone, _alone);
            if (result.HasErrors || result.Resource is null)
            {
                return false;
            }

            part = result.Resource;
            _read.Keep(alone, place, part);
        }

        if (value.Memory is not null)
        {
            value.Memory.Meaning = part;
        }

        return true;
    }

    /// <summary>Whether members that the hub does not use are without error, each named once and none a companion of another (<c>_start</c>).</summary>
    public bool AreHarmless(ReadOnlySpan<byte> utf8, IReadOnlyList<PatternValue> others)
    {
        for (var index = 0; index < others.Count; index++)
        {
            var other = others[index];
            if (other.Member.Name is [] or [(byte)'_', ..] || other.Member.Name.AsSpan().SequenceEqual("resourceType"u8) || IsNamedBefore(others, index)
                || !TryFind(utf8, other, out _))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The reference to the schedule; null when the slot has none.</summary>
    public bool TrySchedule(ReadOnlySpan<byte> utf8, in PatternValue value, SharedTexts texts, out string? reference)
    {
        reference = null;
        if (value.Length == 0)
        {
            return true;
        }

        if (value.Memory?.Meaning is string known)
        {
            reference = known;
            return true;
        }

        var raw = utf8.Slice(value.Start, value.Length);
        var text = new JsonGlance(raw);
        if (_reference.TryRead(ref text) && text.At == raw.Length && _reference.Others.Count == 0 && TryText(raw, _reference[0], out var plain))
        {
            reference = texts.Of(plain);
        }
        else if (TryFind(utf8, value, out var part))
        {
            reference = part?.Schedule?.Reference;
            return true;
        }
        else
        {
            return false;
        }

        if (value.Memory is not null)
        {
            value.Memory.Meaning = reference;
        }

        return true;
    }

    private bool TryText(ReadOnlySpan<byte> raw, in PatternValue value, out ReadOnlySpan<byte> text)
    {
        text = value.Length > 2 && raw[value.Start] == '"' && value.Length - 2 <= _alone.MaxStringLength ? raw.Slice(value.Start + 1, value.Length - 2) : default;
        return !text.IsEmpty;
    }

    private static bool IsNamedBefore(IReadOnlyList<PatternValue> others, int index)
    {
        for (var before = 0; before < index; before++)
        {
            if (others[before].Member.Name.AsSpan().SequenceEqual(others[index].Member.Name))
            {
                return true;
            }
        }

        return false;
    }
}
