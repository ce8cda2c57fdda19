using System.Text;
using System.Text.Unicode;

using Sas.Interop.Adapters.Json;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard.Direct;

/// <summary>
/// Takes plain entries of a search result from their bytes. Whatever is not plain, or has an error, is declined, so that the reader of the model decides:
/// both ways of reading give the same. One instance for one search, whose pages resemble each other.
/// </summary>
internal sealed class DirectEntries(KindTable kinds, FhirReadOptions options) : IFhirEntryTaker
{
    private readonly EntryFrame _frame = new(options);
    private readonly SlotEntries _slots = new(kinds, options);
    private readonly PlainResources _resources = new(options);

    /// <summary>Where the entries of the current page go.</summary>
    public BundleContent Content { get; set; } = new();

    public int Take(ReadOnlySpan<byte> utf8, int index)
    {
        var text = new JsonGlance(utf8);
        if (!_frame.TryOpen(ref text, out var type))
        {
            return 0;
        }

        var isTaken = type.SequenceEqual("Slot"u8) ? TrySlot(ref text, utf8, index) : TryResource(ref text, utf8, type, index);
        return isTaken ? text.At : 0;
    }

    private bool TrySlot(ref JsonGlance text, ReadOnlySpan<byte> utf8, int index)
    {
        if (!_slots.TryRead(ref text) || !_frame.TryClose(ref text) || !Utf8.IsValid(utf8[..text.At]) || !_slots.TryDraft(utf8, _frame, out var draft))
        {
            return false;
        }

        Content.Slots.Add(draft with { Entry = index });
        return true;
    }

    private bool TryResource(ref JsonGlance text, ReadOnlySpan<byte> utf8, scoped ReadOnlySpan<byte> type, int index)
    {
        if (!_resources.TryRead(ref text, type, out var resource) || !_frame.TryClose(ref text) || !Utf8.IsValid(utf8[..text.At]))
        {
            return false;
        }

        var url = _frame.UrlIn(utf8);
        Content.Resources.Add(new ResourceNode(resource!, url.IsEmpty ? null : Encoding.UTF8.GetString(url), index)); // Not null when read.
        return true;
    }
}
